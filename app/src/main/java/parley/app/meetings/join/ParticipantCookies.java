package parley.app.meetings.join;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import parley.app.meetings.Meeting;
import parley.app.shared.OwnOrigin;
import parley.app.shared.ParticipantCredentials;

/** The cookie by which a browser is a person of a meeting, out of reach of scripts. */
@Component
class ParticipantCookies {
  private static final Duration KEPT = Duration.ofDays(30);

  private final OwnOrigin origin;

  ParticipantCookies(OwnOrigin origin) {
    this.origin = origin;
  }

  ResponseCookie cookie(Meeting meeting, String token, HttpServletRequest request) {
    return ResponseCookie.from(ParticipantCredentials.COOKIE_PREFIX + meeting.code(), token)
        .httpOnly(true)
        .secure(origin.reachedAt(request).startsWith("https:"))
        .sameSite("Lax")
        .path("/api/v1")
        .maxAge(KEPT)
        .build();
  }
}
