package parley.app.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is asking: a user by session or API key, a participant by the token of a meeting, both, or
 * nobody. A controller takes it as a parameter; one that needs a user takes {@link SignedInUser}
 * instead and nobody else gets in.
 *
 * @param user the user who is logged in
 * @param passes the meetings in which this browser or program is a participant
 * @param byCookie whether a cookie said so, which a foreign page could make a browser send
 */
public record CurrentPerson(
    Optional<SignedInUser> user, List<ParticipantPass> passes, boolean byCookie) {
  /** Nobody known. */
  public static final CurrentPerson NOBODY = new CurrentPerson(Optional.empty(), List.of(), false);

  public CurrentPerson {
    passes = List.copyOf(passes);
  }

  /** Who sent this request, for code that is no controller. */
  public static CurrentPerson of(HttpServletRequest request) {
    return request.getAttribute(CurrentPerson.class.getName()) instanceof CurrentPerson person
        ? person
        : NOBODY;
  }

  /** True if no credential said who this is. */
  public boolean isNobody() {
    return user.isEmpty() && passes.isEmpty();
  }

  /** The user; refuses with 401 {@code not_logged_in} where there is none. */
  public SignedInUser requireUser() {
    return user.orElseThrow(Refusal::notLoggedIn);
  }

  /**
   * Who this is in the given meeting by token; a user without a token is found by the user id
   * instead.
   */
  public Optional<ParticipantPass> passFor(UUID meetingId) {
    return passes.stream().filter(pass -> pass.meetingId().equals(meetingId)).findFirst();
  }
}
