package parley.app.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import parley.app.shared.PublicUrl;

/** Writes mails as they travel and hands them to the SMTP server, if there is one. */
@Component
class Postman {
  private final MailServer server;
  private final String from;
  private final String host;

  Postman(MailServer server, MailSettings settings, PublicUrl publicUrl) {
    this.server = server;
    this.host = publicUrl.page("/").getHost();
    this.from =
        settings.from() == null ? "Parley <no-reply@" + host + ">" : sender(settings.from());
  }

  // Every mail would need SMTPUTF8 on its whole way, for whoever it is.
  private static String sender(String from) {
    try {
      if (isAscii(new InternetAddress(from, true).getAddress())) {
        return from;
      }
    } catch (AddressException unreadable) {
      throw new IllegalArgumentException("parley.mail.from is no address: " + from, unreadable);
    }
    throw new IllegalArgumentException(
        "parley.mail.from needs an address in ASCII, its domain as xn--…: " + from);
  }

  /** Whether a server is set at all; it may be down all the same. */
  boolean isThere() {
    return server.isSet();
  }

  /**
   * Whether mails can go to this address, as far as its letters are concerned; empty where the
   * server would have to be asked and does not answer. Without a server mails are kept, so yes.
   */
  Optional<Boolean> reaches(String address) {
    return isAscii(address) || !isThere() ? Optional.of(true) : server.takesBeyondAscii();
  }

  /**
   * Returns when the server has accepted the mail. The same id gives the same Message-ID, by which
   * a mail that was handed over twice is recognised.
   */
  void deliver(UUID id, Mail mail, Instant writtenAt) throws NotTaken {
    boolean beyondAscii = !isAscii(mail.to());
    Session session = server.session(beyondAscii);
    server.take(written(id, mail, writtenAt, session), session, beyondAscii);
  }

  private Message written(UUID id, Mail mail, Instant writtenAt, Session session) throws NotTaken {
    try {
      var message = new Message(session, "<" + id + "@" + host + ">");
      var parts = new MimeMessageHelper(message, true, "UTF-8");
      parts.setFrom(from);
      parts.setTo(new InternetAddress(mail.to()));
      message.setHeader("Subject", SubjectLine.encoded(mail.subject()));
      parts.setSentDate(Date.from(writtenAt));
      parts.setText(mail.text(), mail.html());
      message.setHeader("Auto-Submitted", "auto-generated");
      if (mail.unsubscribe() != null) {
        // RFC 8058 §3.1: both, and the address is opened by POST without a cookie.
        message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
      return message;
    } catch (MessagingException | UnsupportedEncodingException unsound) {
      throw new NotTaken(Setback.UNWRITABLE, unsound);
    }
  }

  private static boolean isAscii(String address) {
    return US_ASCII.newEncoder().canEncode(address);
  }

  private static final class Message extends MimeMessage {
    private final String id;

    Message(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
