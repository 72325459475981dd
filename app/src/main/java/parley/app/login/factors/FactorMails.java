package parley.app.login.factors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.users.User;
import parley.app.users.Users;

/**
 * Tells the owner by mail of every change of their factors, in its transaction: whoever changes
 * them with a stolen session does not stay unseen.
 */
@Component
class FactorMails {
  private final Mails mails;
  private final Users users;
  private final PublicUrl publicUrl;

  FactorMails(Mails mails, Users users, PublicUrl publicUrl) {
    this.mails = mails;
    this.users = users;
    this.publicUrl = publicUrl;
  }

  @EventListener
  @Transactional
  public void tell(FactorNews news) {
    if (!news.kind().subject().isEmpty()) {
      users.find(news.userId()).filter(User::isActive).ifPresent(user -> send(user, news));
    }
  }

  private void send(User user, FactorNews news) {
    String which = news.name().isEmpty() ? "" : ": " + news.name();
    mails.send(
        Mail.to(user.email().value())
            .subject(news.kind().subject())
            .paragraph(
                news.kind().subject() + which + ". It is about your account at " + publicUrl.base())
            .paragraph("If it was you, there is nothing to do.")
            .paragraph(advice(news.kind()))
            .link("Security of my account", publicUrl.page("/account/security"))
            .build());
  }

  private static String advice(FactorNews.Kind kind) {
    return kind == FactorNews.Kind.APP_LOCKED
        ? "If it was not you, somebody knows your password and was kept out. Log in, log out"
            + " everywhere else and choose a new password."
        : "If it was not you, log in, undo it on the page below, log out everywhere else and"
            + " choose a new password.";
  }
}
