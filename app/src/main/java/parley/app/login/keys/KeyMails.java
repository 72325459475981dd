package parley.app.login.keys;

import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.users.User;
import parley.app.users.Users;

/**
 * Tells the owner by mail of every API key that is made or revoked, in its transaction: whoever
 * makes one with a stolen session does not stay unseen.
 */
@Component
class KeyMails {
  private final Mails mails;
  private final Users users;
  private final PublicUrl publicUrl;

  KeyMails(Mails mails, Users users, PublicUrl publicUrl) {
    this.mails = mails;
    this.users = users;
    this.publicUrl = publicUrl;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void made(ApiKeyMade event) {
    users
        .find(event.userId())
        .filter(User::isActive)
        .ifPresent(
            user -> send(user, "An API key was made", "A program that has it acts in your name."));
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void revoked(ApiKeyRevoked event) {
    users
        .find(event.userId())
        .filter(User::isActive)
        .ifPresent(
            user -> send(user, "An API key was revoked", "No program gets in with it any more."));
  }

  private void send(User user, String what, String meaning) {
    mails.send(
        Mail.to(user.email().value())
            .subject(what)
            .paragraph(
                String.format(
                    Locale.ROOT, "%s for your account at %s. %s", what, publicUrl.base(), meaning))
            .paragraph("If it was you, there is nothing to do.")
            .paragraph(
                "If it was not you, log in, revoke the keys you do not know on the page below, log"
                    + " out everywhere else and choose a new password.")
            .link("My API keys", publicUrl.page("/account/api-keys"))
            .build());
  }
}
