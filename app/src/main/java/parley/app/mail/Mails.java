package parley.app.mail;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Ids;

/** Everything that is sent by e-mail. */
@Service
public class Mails {
  private final OutboxRepository outbox;
  private final DeadAddresses dead;
  private final Postman postman;
  private final Ids ids;
  private final Clock clock;

  Mails(OutboxRepository outbox, DeadAddresses dead, Postman postman, Ids ids, Clock clock) {
    this.outbox = outbox;
    this.dead = dead;
    this.postman = postman;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Puts a mail into the outbox, in the transaction of the caller: it goes out soon after that has
   * committed, and never if it has not. Where no SMTP server is set it is kept for the
   * administrator to read.
   *
   * @return its id, by which {@link MailAccepted} and {@link MailGivenUp} speak of it
   */
  @Transactional
  public UUID send(Mail mail) {
    UUID id = ids.next();
    outbox.insert(
        id, mail, postman.isThere() ? MailStatus.WAITING : MailStatus.KEPT, clock.instant());
    return id;
  }

  /** Whether mails leave this server at all; promise none where they do not. */
  public boolean goOut() {
    return postman.isThere();
  }

  /**
   * Whether a mail server has said for good that nobody has this address. What somebody asks for is
   * sent there all the same; what they only may want is not.
   */
  public boolean isDead(String address) {
    return dead.has(address);
  }

  /**
   * As {@link #send}, to somebody whose address is not to be kept: nothing is left of the mail once
   * a server has it or refuses it. Without an SMTP server there is no such mail at all.
   */
  @Transactional
  public void sendAndForget(Mail mail) {
    if (postman.isThere()) {
      UUID id = ids.next();
      outbox.insert(id, mail, MailStatus.WAITING, clock.instant());
      outbox.forgetWhenDone(id);
    }
  }
}
