package parley.app.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of what the mail library throws whom a server has refused: the recipient, the sender or
 * us (RFC 5321 §4.2: 4xx not now, 5xx never).
 */
final class Rejection {
  private static final int NEVER = 500;
  private static final int CLOSING = 421;
  private static final int LOG_IN_FIRST = 530;

  // No such mailbox, moved away, name not allowed (RFC 5321 §4.2.2), takes no mail at all (RFC
  // 7504).
  private static final Set<Integer> NOBODY_THERE = Set.of(521, 550, 551, 553, 556);
  // A matter of policy, not of the mailbox (RFC 3463 §3.8).
  private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d+");

  private Rejection() {}

  /**
   * Before anything was said of a mail.
   *
   * @param reply the last of the server; below 400: none that refuses
   */
  static NotTaken atTheDoor(MessagingException failure, int reply) {
    if (find(failure, AuthenticationFailedException.class::isInstance).isPresent()) {
      return new NotTaken(Setback.LOGIN_REFUSED, Math.max(reply, 0), false, failure);
    }
    if (find(failure, Rejection::isAboutTls).isPresent()) {
      return new NotTaken(Setback.UNTRUSTED, failure);
    }
    if (reply >= NEVER) {
      return new NotTaken(Setback.RELAY_REFUSED, reply, false, failure);
    }
    return reply >= 400
        ? new NotTaken(Setback.BUSY, reply, false, failure)
        : new NotTaken(Setback.UNREACHABLE, failure);
  }

  /** While it was handed over. */
  static NotTaken ofTheMail(MessagingException failure) {
    Optional<Throwable> address = find(failure, SMTPAddressFailedException.class::isInstance);
    if (address.isPresent()) {
      return ofTheRecipient((SMTPAddressFailedException) address.get());
    }
    for (Throwable step = failure; step != null; step = next(step)) {
      if (step instanceof SMTPSenderFailedException sender) {
        return ofTheSender(sender.getReturnCode(), failure);
      }
      if (step instanceof SMTPSendFailedException sent) {
        boolean mailFrom = sent.getCommand().toUpperCase(Locale.ROOT).startsWith("MAIL");
        return mailFrom
            ? ofTheSender(sent.getReturnCode(), failure)
            : ofUs(Setback.MAIL_REFUSED, sent.getReturnCode(), failure);
      }
    }
    return new NotTaken(Setback.UNREACHABLE, failure);
  }

  private static NotTaken ofTheRecipient(SMTPAddressFailedException address) {
    int reply = address.getReturnCode();
    boolean policy = POLICY.matcher(String.valueOf(address.getMessage())).find();
    if (reply == CLOSING || reply == LOG_IN_FIRST || reply >= NEVER && policy) {
      return ofUs(Setback.RELAY_REFUSED, reply, address);
    }
    return reply >= NEVER
        ? new NotTaken(Setback.RECIPIENT_REFUSED, reply, NOBODY_THERE.contains(reply), address)
        : new NotTaken(Setback.RECIPIENT_BUSY, reply, false, address);
  }

  private static NotTaken ofTheSender(int reply, MessagingException failure) {
    return ofUs(Setback.SENDER_REFUSED, reply, failure);
  }

  private static NotTaken ofUs(Setback never, int reply, Throwable failure) {
    if (reply == LOG_IN_FIRST) {
      return new NotTaken(Setback.LOGIN_REFUSED, reply, false, failure);
    }
    return new NotTaken(reply >= NEVER ? never : Setback.BUSY, reply, false, failure);
  }

  private static boolean isAboutTls(Throwable step) {
    return step instanceof SSLException
        || step instanceof CertificateException
        // The library says so in words only.
        || String.valueOf(step.getMessage()).startsWith("STARTTLS is required");
  }

  private static Optional<Throwable> find(Throwable failure, Predicate<Throwable> wanted) {
    for (Throwable step = failure; step != null; step = next(step)) {
      if (wanted.test(step)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Throwable next(Throwable step) {
    return step instanceof MessagingException chained
        ? chained.getNextException()
        : step.getCause();
  }
}
