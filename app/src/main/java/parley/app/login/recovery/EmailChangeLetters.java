package parley.app.login.recovery;

import java.util.Locale;
import org.springframework.stereotype.Component;
import parley.app.login.SecretToken;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;

/** The mails about another address, to the new one and to the old one. */
@Component
class EmailChangeLetters {
  private final Mails mails;
  private final PublicUrl publicUrl;

  EmailChangeLetters(Mails mails, PublicUrl publicUrl) {
    this.mails = mails;
    this.publicUrl = publicUrl;
  }

  void confirm(EmailChange change, SecretToken token) {
    mails.send(
        Mail.to(change.newEmail().value())
            .subject("Confirm your new e-mail address")
            .paragraph(
                "Somebody wants to use this address for an account at " + publicUrl.base() + ".")
            .paragraph("If it was you, confirm that the address is yours:")
            .link("Confirm my new address", page("/email-change", token))
            .paragraph("The link works once, for one day. If it was not you, do nothing.")
            .build());
  }

  void announce(EmailChange change, SecretToken stop) {
    mails.send(
        Mail.to(change.oldEmail().value())
            .subject("Your e-mail address is about to change")
            .paragraph(
                String.format(
                    Locale.ROOT,
                    "Somebody who is logged in to your account at %s wants to change its address to %s.",
                    publicUrl.base(),
                    change.newEmail()))
            .paragraph("If it was you, confirm the new address by the mail that went there.")
            .link("This was not me", page("/email-change/stop", stop))
            .paragraph(
                "That link stops the change, logs everybody out and lets you choose a new password.")
            .build());
  }

  void done(EmailChange change, SecretToken undo) {
    mails.send(
        Mail.to(change.oldEmail().value())
            .subject("Your e-mail address was changed")
            .paragraph(
                String.format(
                    Locale.ROOT,
                    "Your account at %s has the address %s now; this one no longer logs in.",
                    publicUrl.base(),
                    change.newEmail()))
            .link("This was not me", page("/email-change/stop", undo))
            .paragraph(
                "For seven days that link gives your account this address back, logs everybody out"
                    + " and lets you choose a new password.")
            .build());
  }

  private java.net.URI page(String path, SecretToken token) {
    return publicUrl.page(path + "#token=" + token.value());
  }
}
