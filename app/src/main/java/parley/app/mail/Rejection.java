package parley.app.mail;

import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Tells a server's "never" (a reply of 500 and above, RFC 5321 §4.2.1) from its "not now". */
final class Rejection {
  private static final int FINAL_FROM = 500;

  // No such mailbox, moved away, name not allowed (RFC 5321 §4.2.2), takes no mail at all (RFC
  // 7504).
  private static final Set<Integer> NOBODY_THERE = Set.of(521, 550, 551, 553, 556);
  // A matter of policy, not of the mailbox (RFC 3463 §3.8).
  private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d+");

  private Rejection() {}

  static boolean isFinal(MailException refused) {
    return refused instanceof MailSendException send
        && Stream.of(send.getMessageExceptions()).anyMatch(Rejection::saysNever);
  }

  /** The reply by which a server said that nobody has the address; empty for anything else. */
  static OptionalInt deadAddress(MailException refused) {
    if (refused instanceof MailSendException send) {
      for (Throwable failure : send.getMessageExceptions()) {
        for (Throwable step = failure; step != null; step = next(step)) {
          if (step instanceof SMTPAddressFailedException address && nobodyThere(address)) {
            return OptionalInt.of(address.getReturnCode());
          }
        }
      }
    }
    return OptionalInt.empty();
  }

  /**
   * What may be logged and kept of it: the kind of failure and the server's reply code. A server's
   * words repeat the address.
   */
  static String kind(MailException refused) {
    Throwable cause = refused;
    if (refused instanceof MailSendException send && send.getMessageExceptions().length > 0) {
      cause = send.getMessageExceptions()[0];
    }
    String code = "";
    for (Throwable step = cause; step != null; step = next(step)) {
      cause = step;
      if (step instanceof SMTPAddressFailedException address) {
        code = " " + address.getReturnCode();
        break;
      } else if (step instanceof SMTPSendFailedException sent) {
        code = " " + sent.getReturnCode();
      }
    }
    return cause.getClass().getSimpleName() + code;
  }

  private static boolean nobodyThere(SMTPAddressFailedException address) {
    return NOBODY_THERE.contains(address.getReturnCode())
        && !POLICY.matcher(String.valueOf(address.getMessage())).find();
  }

  private static boolean saysNever(Throwable failure) {
    for (Throwable step = failure; step != null; step = next(step)) {
      if (step instanceof SMTPAddressFailedException address
              && address.getReturnCode() >= FINAL_FROM
          || step instanceof SMTPSendFailedException sent && sent.getReturnCode() >= FINAL_FROM) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable step) {
    return step instanceof jakarta.mail.MessagingException chained
        ? chained.getNextException()
        : step.getCause();
  }
}
