package parley.app.mail;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;

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

  /** Whether there is a mail server, so that a mail that is promised can come. */
  public boolean canSend() {
    return postman.isThere();
  }

  /**
   * Refuses with 400 {@code invalid_request} an address to which no mail can go because the mail
   * server takes no letters beyond ASCII before the {@code @} (RFC 6531). May ask the server, so it
   * is called before a transaction begins.
   *
   * @param field the address's name in the request
   */
  public void requireReachable(String field, String address) {
    Optional<Boolean> reached = postman.reaches(address);
    if (reached.isEmpty()) {
      throw Refusal.invalid(
          field,
          "Whether mail can go to an address with such letters cannot be found out just now. Try"
              + " again later, or use another address.");
    }
    if (!reached.get()) {
      throw Refusal.invalid(
          field,
          "No mail can go there: our mail server takes only a to z, digits and signs before the @."
              + " Use another address.");
    }
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
