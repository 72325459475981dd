package parley.app.notifications;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.meetings.Meeting;
import parley.app.notifications.push.PushNote;
import parley.app.notifications.push.PushWords;
import parley.app.users.User;
import parley.app.users.Users;
import tools.jackson.databind.json.JsonMapper;

/** Notifications as devices show them. */
@Component
class PushNotes implements PushWords {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 500;
  private static final int TOPIC_BYTES = 24;

  private final NotificationRepository repository;
  private final Users users;
  private final Wording wording;
  private final JsonMapper json;

  PushNotes(NotificationRepository repository, Users users, Wording wording, JsonMapper json) {
    this.repository = repository;
    this.users = users;
    this.wording = wording;
    this.json = json;
  }

  @Override
  public Optional<PushNote> of(UUID notificationId) {
    return repository
        .find(notificationId)
        .flatMap(
            one -> users.find(one.userId()).filter(User::isActive).map(user -> note(one, user)));
  }

  private PushNote note(Notification notification, User user) {
    Meeting meeting = wording.meeting(notification).orElse(null);
    ZoneId zone = user.timeZone() == null ? ZoneOffset.UTC : user.timeZone();
    Words words = wording.of(notification, meeting, zone);
    // What is newer about a meeting takes the place of what is older.
    String about = meeting == null ? notification.id().toString() : meeting.id().toString();
    String text =
        json.createObjectNode()
            .put("title", cut(words.title(), LONGEST_TITLE))
            .put("body", cut(words.text(), LONGEST_TEXT))
            .put("path", words.path())
            .put("tag", about)
            .toString();
    boolean urgent =
        notification.type().equals(NotificationType.MEETING_REMINDER.spelled())
            || notification.type().equals(NotificationType.SECURITY.spelled());
    return new PushNote(
        text, urgent, meeting == null ? Optional.empty() : Optional.of(topic(about)));
  }

  private static String cut(String words, int most) {
    return words.length() <= most ? words : words.substring(0, most - 1) + "…";
  }

  /** 32 characters that say nothing to the service in between (RFC 8030 §5.4). */
  private static String topic(String about) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(about.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, TOPIC_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
