package parley.app.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
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
  private static final int NOT_NOW = 400;
  private static final int NEVER = 500;
  private static final int CLOSING = 421;
  private static final int LOG_IN_FIRST = 530;

  // No such mailbox, moved away, name not allowed (RFC 5321 §4.2.2), takes no mail at all (RFC
  // 7504).
  private static final Set<Integer> NOBODY_THERE = Set.of(521, 550, 551, 553, 556);
  // What a reply is about: subject and detail (RFC 3463 §3).
  private static final Pattern ABOUT = Pattern.compile("\\b[45]\\.(\\d{1,3}\\.\\d{1,3})\\b");
  // The sender's address, asked about with the recipient's by servers that refuse late.
  private static final Set<String> SENDERS = Set.of("1.7", "1.8");
  private static final int NO_ROOM = 452;

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
    Matcher code = ABOUT.matcher(String.valueOf(address.getMessage()));
    String about = code.find() ? code.group(1) : "";
    if (reply < NOT_NOW) {
      return new NotTaken(Setback.UNREACHABLE, address);
    }
    if (SENDERS.contains(about)) {
      return ofUs(Setback.SENDER_REFUSED, reply, address);
    }
    if (reply == CLOSING || reply == LOG_IN_FIRST || isAboutUs(reply, about)) {
      return ofUs(Setback.RELAY_REFUSED, reply, address);
    }
    return reply >= NEVER
        ? new NotTaken(Setback.RECIPIENT_REFUSED, reply, NOBODY_THERE.contains(reply), address)
        : new NotTaken(Setback.RECIPIENT_BUSY, reply, false, address);
  }

  // The mail system, the protocol, a policy (RFC 3463 §3.4, §3.6, §3.8): not this one mailbox.
  private static boolean isAboutUs(int reply, String about) {
    return about.startsWith("3.")
        || about.startsWith("5.")
        || about.startsWith("7.")
        || reply == NO_ROOM && about.isEmpty();
  }

  private static NotTaken ofTheSender(int reply, MessagingException failure) {
    return ofUs(Setback.SENDER_REFUSED, reply, failure);
  }

  private static NotTaken ofUs(Setback never, int reply, Throwable failure) {
    if (reply < NOT_NOW) {
      return new NotTaken(Setback.UNREACHABLE, failure);
    }
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
