package parley.app.notifications;

import org.springframework.stereotype.Component;
import parley.app.notifications.push.PushRound;

/** From occasions to people: each step takes what is due and nobody else has. */
@Component
class Delivery {
  private final OccasionRound occasions;
  private final MailingRound mailing;
  private final PushRound pushing;

  Delivery(OccasionRound occasions, MailingRound mailing, PushRound pushing) {
    this.occasions = occasions;
    this.mailing = mailing;
    this.pushing = pushing;
  }

  void run() {
    occasions.run();
    mailing.run();
    pushing.run();
  }
}
