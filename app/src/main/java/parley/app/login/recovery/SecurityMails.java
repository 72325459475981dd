package parley.app.login.recovery;

import java.util.Locale;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.users.Users;

/** Tells the owner of an account by mail that its password was changed, in case it was not them. */
@Component
class SecurityMails {
  private final Users users;
  private final Mails mails;
  private final PublicUrl publicUrl;

  SecurityMails(Users users, Mails mails, PublicUrl publicUrl) {
    this.users = users;
    this.mails = mails;
    this.publicUrl = publicUrl;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(PasswordChanged event) {
    tell(event.userId(), "All your other devices are logged out.");
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void reset(PasswordReset event) {
    tell(event.userId(), "All your devices are logged out.");
  }

  private void tell(UUID userId, String consequence) {
    users
        .find(userId)
        .ifPresent(user ->
            mails.send(
                Mail.to(user.email().value())
                    .subject("Your Parley password was changed")
                    .paragraph(
                        String.format(
                            Locale.ROOT,
                            "The password of your account at %s was changed just now. %s",
                            publicUrl.base(),
                            consequence))
                    .paragraph("If it was you, there is nothing to do. If it was not you:")
                    .link("Choose a new password", publicUrl.page("/forgot"))
                    .build()));
  }
}
