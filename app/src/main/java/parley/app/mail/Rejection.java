package parley.app.mail;

import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Tells a server's "never" (a reply of 500 and above, RFC 5321 §4.2.1) from its "not now". */
final class Rejection {
  private static final int FINAL_FROM = 500;

  private Rejection() {}

  static boolean isFinal(MailException refused) {
    return refused instanceof MailSendException send
        && Stream.of(send.getMessageExceptions()).anyMatch(Rejection::saysNever);
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
