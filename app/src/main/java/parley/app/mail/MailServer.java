package parley.app.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The SMTP server of the settings, if there is one. */
@Component
class MailServer {
  /** RFC 6531 §3.1: by this a server says that it takes addresses beyond ASCII. */
  private static final String BEYOND_ASCII = "SMTPUTF8";

  private static final Duration ANSWER_HOLDS = Duration.ofMinutes(10);
  private static final Duration SILENCE_HOLDS = Duration.ofSeconds(30);

  private final ObjectProvider<JavaMailSenderImpl> settings;
  private final Clock clock;
  private @Nullable Asked asked;

  MailServer(ObjectProvider<JavaMailSenderImpl> settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  private record Asked(Optional<Boolean> takesAll, Instant until) {}

  /** Whether one is set at all; it may be down all the same. */
  boolean isSet() {
    JavaMailSenderImpl server = settings.getIfAvailable();
    return server != null && server.getHost() != null && !server.getHost().isBlank();
  }

  /**
   * Where a mail is written.
   *
   * @param beyondAscii whether its sender or recipient need that
   */
  Session session(boolean beyondAscii) {
    Session usual = settings.getObject().getSession();
    if (!beyondAscii) {
      return usual;
    }
    var properties = new Properties();
    usual.getProperties().forEach(properties::put);
    properties.put("mail.mime.allowutf8", "true");
    return Session.getInstance(properties);
  }

  /** Hands it over; refuses what the server does not offer before the server is told of it. */
  void take(Message mail, Session session, boolean beyondAscii) throws NotTaken {
    try (SMTPTransport transport = connected(session)) {
      if (beyondAscii && !transport.supportsExtension(BEYOND_ASCII)) {
        throw new NotTaken(Setback.ADDRESS_BEYOND_ASCII, null);
      }
      hand(mail, transport);
    } catch (MessagingException closing) {
      // It has the mail; that it takes no leave is its own affair.
    }
  }

  /**
   * Whether it takes addresses beyond ASCII; empty where it cannot be asked. Asks it now and then,
   * so never call it inside a transaction.
   */
  synchronized Optional<Boolean> takesBeyondAscii() {
    Instant now = clock.instant();
    if (asked == null || !now.isBefore(asked.until())) {
      Optional<Boolean> answer = ask();
      asked = new Asked(answer, now.plus(answer.isPresent() ? ANSWER_HOLDS : SILENCE_HOLDS));
    }
    return asked.takesAll();
  }

  private Optional<Boolean> ask() {
    try (SMTPTransport transport = connected(session(false))) {
      return Optional.of(transport.supportsExtension(BEYOND_ASCII));
    } catch (NotTaken | MessagingException silent) {
      return Optional.empty();
    }
  }

  private SMTPTransport connected(Session session) throws NotTaken {
    JavaMailSenderImpl server = settings.getObject();
    SMTPTransport transport;
    try {
      String protocol = server.getProtocol();
      transport = (SMTPTransport) session.getTransport(protocol == null ? "smtp" : protocol);
    } catch (MessagingException unknown) {
      throw new NotTaken(Setback.UNREACHABLE, unknown);
    }
    try {
      transport.connect(
          server.getHost(),
          server.getPort(),
          text(server.getUsername()),
          text(server.getPassword()));
      return transport;
    } catch (MessagingException failure) {
      throw Rejection.atTheDoor(failure, transport.getLastReturnCode());
    }
  }

  private static void hand(Message mail, SMTPTransport transport) throws NotTaken {
    try {
      mail.saveChanges();
      transport.sendMessage(mail, mail.getAllRecipients());
    } catch (MessagingException failure) {
      throw Rejection.ofTheMail(failure);
    }
  }

  private static @Nullable String text(@Nullable String setting) {
    return setting == null || setting.isEmpty() ? null : setting;
  }
}
