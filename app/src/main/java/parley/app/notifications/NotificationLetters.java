package parley.app.notifications;

import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.users.User;
import parley.app.users.UserStatus;
import parley.app.users.Users;

/** Notifications as mails. */
@Component
class NotificationLetters {
  private final Users users;
  private final Mails mails;
  private final Wording wording;
  private final UnsubscribeLinks links;
  private final PublicUrl publicUrl;

  NotificationLetters(
      Users users, Mails mails, Wording wording, UnsubscribeLinks links, PublicUrl publicUrl) {
    this.users = users;
    this.mails = mails;
    this.wording = wording;
    this.links = links;
    this.publicUrl = publicUrl;
  }

  /** The mail to this person; empty where none may be sent. */
  Optional<Mail> of(Notification notification) {
    NotificationType type =
        NotificationType.parse(notification.type()).orElse(NotificationType.SYSTEM);
    return users
        .find(notification.userId())
        .filter(user -> mayBeMailed(user, type))
        .map(user -> letter(notification, type, user));
  }

  // What has to be said goes wherever the account says; the rest only where somebody wants it and
  // is.
  private boolean mayBeMailed(User user, NotificationType type) {
    if (type.isFixed(Channel.EMAIL)) {
      return user.status() != UserStatus.DELETED;
    }
    return user.isActive() && user.emailVerified() && !mails.isDead(user.email().value());
  }

  private Mail letter(Notification notification, NotificationType type, User user) {
    Words words = wording.of(notification, wording.meeting(notification).orElse(null), zone(user));
    Mail.Draft draft = Mail.to(user.email().value()).subject(oneLine(words.title()));
    if (!words.text().isEmpty()) {
      draft.paragraph(words.text());
    }
    draft.link(words.deed(), publicUrl.page(words.path()));
    draft.footnote(
        "You get this because of your account at "
            + publicUrl.base()
            + ". What you are told, and how, you choose at "
            + publicUrl.page("/account/notifications")
            + ".");
    if (!type.isFixed(Channel.EMAIL)) {
      draft.unsubscribe("No more mails like this", links.link(user.id(), type));
    }
    return draft.build();
  }

  private static ZoneId zone(User user) {
    ZoneId chosen = user.timeZone();
    return chosen == null ? ZoneId.of("UTC") : chosen;
  }

  // A meeting's title may hold anything; a subject is one line.
  private static String oneLine(String title) {
    return title.replaceAll("\\p{Cc}+", " ").strip();
  }
}
