package parley.app.notifications;

import org.springframework.stereotype.Component;

/**
 * From occasions to bells and mails, nothing of which waits for anybody outside. Pushes do, and are
 * delivered by themselves.
 */
@Component
class Delivery {
  private final OccasionRound occasions;
  private final MailingRound mailing;

  Delivery(OccasionRound occasions, MailingRound mailing) {
    this.occasions = occasions;
    this.mailing = mailing;
  }

  void run() {
    occasions.run();
    mailing.run();
  }
}
