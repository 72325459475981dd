package parley.app.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import parley.app.shared.PublicUrl;

/** Hands mails to the SMTP server, if there is one. */
@Component
class Postman {
  private final ObjectProvider<JavaMailSenderImpl> sender;
  private final String from;
  private final String host;

  Postman(ObjectProvider<JavaMailSenderImpl> sender, MailSettings settings, PublicUrl publicUrl) {
    this.sender = sender;
    this.host = publicUrl.page("/").getHost();
    this.from = settings.from() == null ? "Parley <no-reply@" + host + ">" : settings.from();
  }

  /** Whether a server is set at all; it may be down all the same. */
  boolean isThere() {
    JavaMailSenderImpl server = sender.getIfAvailable();
    return server != null && server.getHost() != null && !server.getHost().isBlank();
  }

  /**
   * Returns when the server has accepted the mail. The same id gives the same Message-ID, by which
   * a mail that was handed over twice is recognised.
   */
  void deliver(UUID id, Mail mail, Instant writtenAt) throws MailException {
    JavaMailSenderImpl server = sender.getObject();
    try {
      var message = new Message(server.getSession(), "<" + id + "@" + host + ">");
      var parts = new MimeMessageHelper(message, true, "UTF-8");
      parts.setFrom(from);
      parts.setTo(mail.to());
      parts.setSubject(mail.subject());
      parts.setSentDate(Date.from(writtenAt));
      parts.setText(mail.text(), mail.html());
      message.setHeader("Auto-Submitted", "auto-generated");
      if (mail.unsubscribe() != null) {
        // RFC 8058 §3.1: both, and the address is opened by POST without a cookie.
        message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
      server.send(message);
    } catch (MessagingException unsound) {
      throw new MailPreparationException(unsound);
    }
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
