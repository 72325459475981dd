package parley.app.meetings.join;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.Visitor;
import parley.app.shared.SignedInUser;

/**
 * Somebody who wants to come in.
 *
 * @param name what they are called: the user's own name, or what a guest gives; empty if a guest
 *     gave none
 * @param invite from the signed link; null if they came by the bare code
 * @param presenceId the presence this tab had before a reload
 */
record Joiner(Visitor visitor, String name, @Nullable String invite, @Nullable UUID presenceId) {
  @Nullable MeetingParticipant me() {
    return visitor.me();
  }

  Optional<SignedInUser> user() {
    return visitor.person().user();
  }

  boolean isGuest() {
    return user().isEmpty();
  }

  /** Whether they run this meeting, so that locks and opening times are not for them. */
  boolean runsMeeting() {
    return visitor.role().filter(role -> role.runsMeeting()).isPresent();
  }
}
