package parley.app.login.recovery;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import parley.app.login.SecretToken;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.users.EmailAddress;

/** The mail with the link to a new password. */
@Component
class ResetLetter {
  private final Mails mails;
  private final PublicUrl publicUrl;
  private final ApplicationEventPublisher events;

  ResetLetter(Mails mails, PublicUrl publicUrl, ApplicationEventPublisher events) {
    this.mails = mails;
    this.publicUrl = publicUrl;
    this.events = events;
  }

  void send(EmailAddress email, UUID userId, SecretToken token) {
    mails.send(
        Mail.to(email.value())
            .subject("A new password for Parley")
            .paragraph(
                "Somebody asked for a new password for your account at " + publicUrl.base() + ".")
            .paragraph("If it was you, choose one here:")
            .link("Choose a new password", publicUrl.page("/reset#token=" + token.value()))
            .paragraph(
                "The link works once, for 60 minutes. If it was not you, do nothing: your"
                    + " password stays as it is.")
            .build());
    events.publishEvent(new PasswordResetRequested(userId));
  }
}
