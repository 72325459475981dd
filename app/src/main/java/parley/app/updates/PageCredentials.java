package parley.app.updates;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.app.shared.CurrentPerson;
import parley.app.shared.ParticipantCredentials;
import parley.app.shared.ParticipantPass;
import parley.app.shared.SignedInUser;
import parley.app.shared.UserCredentials;

/**
 * The credentials a page brought when it connected. They are kept so that it can be asked later
 * whether they still hold.
 */
record PageCredentials(@Nullable String session, @Nullable String bearer, List<String> passes) {
  private static final String BEARER = "Bearer ";

  static PageCredentials of(HttpServletRequest request) {
    String session = null;
    List<String> passes = new ArrayList<>();
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(UserCredentials.SESSION_COOKIE)) {
        session = cookie.getValue();
      } else if (cookie.getName().startsWith(ParticipantCredentials.COOKIE_PREFIX)) {
        passes.add(cookie.getValue());
      }
    }
    String header = request.getHeader("Authorization");
    boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return bearer
        ? new PageCredentials(null, header.substring(BEARER.length()).strip(), List.of())
        : new PageCredentials(session, null, List.copyOf(passes));
  }

  boolean isBearer() {
    return bearer != null;
  }

  /** Whose they are now. */
  CurrentPerson person(UserCredentials users, ParticipantCredentials participants) {
    if (bearer != null) {
      Optional<SignedInUser> user = users.byBearer(bearer);
      List<ParticipantPass> byToken = participants.byTokens(List.of(bearer));
      return new CurrentPerson(user, byToken, false);
    }
    Optional<SignedInUser> user = Optional.ofNullable(session).flatMap(users::bySessionCookie);
    return new CurrentPerson(
        user, passes.isEmpty() ? List.of() : participants.byTokens(passes), true);
  }

  @Override
  public String toString() {
    return "PageCredentials[]";
  }
}
