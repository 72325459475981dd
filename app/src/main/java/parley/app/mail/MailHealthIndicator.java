package parley.app.mail;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether mails go out. Mails that wait are no reason to take people elsewhere, so it never makes
 * the whole unhealthy.
 */
@Component
class MailHealthIndicator extends AbstractHealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final MailTroubles troubles;
  private final Mails mails;

  MailHealthIndicator(MailTroubles troubles, Mails mails) {
    this.troubles = troubles;
    this.mails = mails;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up().withDetail("server", mails.canSend() ? "set" : "none");
    troubles
        .now()
        .ifPresent(trouble ->
            health
                .status(DEGRADED)
                .withDetail("cause", trouble.cause())
                .withDetail("sentence", trouble.sentence())
                .withDetail("waiting", trouble.waiting()));
  }
}
