package parley.app.login.social;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.app.shared.Refusal;

/** What is said when a log-in by another provider comes to nothing. */
final class SocialRefusals {
  private static final Logger log = LoggerFactory.getLogger(SocialRefusals.class);

  private static final int LONGEST_REASON = 200;

  private SocialRefusals() {}

  static Refusal over() {
    return new Refusal(
        400,
        "social_login_over",
        "This log-in was begun elsewhere, took too long or was used before. Begin again.");
  }

  static Refusal failed(Provider provider, String why) {
    // Part of it may be what the provider, or who poses as it, wrote.
    String line = why.replaceAll("\\p{Cntrl}", " ");
    log.info(
        "A log-in by {} was refused: {}",
        provider.id(),
        line.substring(0, Math.min(line.length(), LONGEST_REASON)));
    return new Refusal(
        403, "social_login_failed", provider.name() + " did not confirm who you are. Try again.");
  }

  static Refusal unreachable(Provider provider, Exception cause) {
    log.warn("{} does not answer as it should: {}", provider.id(), cause.toString());
    return new Refusal(
        502,
        "provider_unreachable",
        provider.name() + " does not answer. Try again in a moment, or log in another way.");
  }
}
