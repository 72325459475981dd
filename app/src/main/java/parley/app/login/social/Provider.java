package parley.app.login.social;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Somewhere else people have accounts. */
public interface Provider {
  /** As in the settings, in {@code users.signup_source} and in the redirect address. */
  String id();

  /** As on the button. */
  String name();

  /** Where the browser goes. Refuses with 502 {@code provider_unreachable}. */
  URI authorize(Attempt attempt, URI redirect);

  /**
   * Whose log-in this is. Asks the provider, so never inside a transaction. Refuses with 502 {@code
   * provider_unreachable} or 403 {@code social_login_failed}.
   *
   * @param issuer what the answer said its issuer was (RFC 9207), null if it did not
   */
  Identity identify(String code, @Nullable String issuer, Attempt attempt, URI redirect);
}
