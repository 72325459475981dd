package parley.app.server.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import parley.app.shared.Refusal;

/** Words for a no of the filter chain. */
final class Denied {
  private Denied() {}

  static Refusal refusal(AccessDeniedException e) {
    return e instanceof CsrfException
        ? new Refusal(
            403, "csrf", "The header X-XSRF-TOKEN is missing or does not match its cookie.")
        : Refusal.notAllowed();
  }
}
