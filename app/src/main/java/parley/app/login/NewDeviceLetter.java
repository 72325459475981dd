package parley.app.login;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.users.Users;

/** Tells the owner by mail that somebody logged in on a device that was not known. */
@Component
class NewDeviceLetter {
  private final Users users;
  private final Mails mails;
  private final PublicUrl publicUrl;
  private final DeviceWords words;

  NewDeviceLetter(Users users, Mails mails, PublicUrl publicUrl, DeviceWords words) {
    this.users = users;
    this.mails = mails;
    this.publicUrl = publicUrl;
    this.words = words;
  }

  /** Not at the first log-in of all: every device is new then, and the owner knows. */
  void send(UUID userId, Browser browser) {
    users
        .find(userId)
        .filter(user -> user.lastLoginAt() != null)
        .ifPresent(user ->
            mails.send(
                Mail.to(user.email().value())
                    .subject("Your Parley account was opened on a new device")
                    .paragraph(
                        String.format(
                            Locale.ROOT,
                            "Somebody logged in to your account at %s just now: %s, from the address %s.",
                            publicUrl.base(),
                            words.of(browser.userAgent()).name(),
                            browser.address().text()))
                    .paragraph("If it was you, there is nothing to do. If it was not you:")
                    .link("Choose a new password", publicUrl.page("/forgot"))
                    .build()));
  }
}
