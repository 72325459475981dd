package parley.app.login.social;

import java.util.Locale;
import org.springframework.stereotype.Component;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.users.EmailAddress;

/** Tells by mail that another account opens this one now. */
@Component
class LinkLetter {
  private final Mails mails;
  private final PublicUrl publicUrl;

  LinkLetter(Mails mails, PublicUrl publicUrl) {
    this.mails = mails;
    this.publicUrl = publicUrl;
  }

  void send(EmailAddress email, Provider provider) {
    mails.send(
        Mail.to(email.value())
            .subject(provider.name() + " opens your Parley account now")
            .paragraph(
                String.format(
                    Locale.ROOT,
                    "Your account at %s can be opened with %s from now on.",
                    publicUrl.base(),
                    provider.name()))
            .paragraph("If it was not you, take it away and choose a new password:")
            .link("Look at my account's security", publicUrl.page("/account/security"))
            .build());
  }
}
