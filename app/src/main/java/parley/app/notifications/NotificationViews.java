package parley.app.notifications;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.meetings.Meeting;

/** Notifications as the API shows them. */
@Component
class NotificationViews {
  private final Wording wording;

  NotificationViews(Wording wording) {
    this.wording = wording;
  }

  /**
   * A notification to a person.
   *
   * @param title,text in English, times in UTC
   * @param path of the page it is about
   * @param payload the facts, for those who find words of their own; {@code meetingTitle} where it
   *     is about a meeting
   */
  record View(
      UUID id,
      String type,
      String title,
      String text,
      String path,
      Map<String, Object> payload,
      Instant createdAt,
      @Nullable Instant readAt) {}

  View show(Notification notification) {
    Meeting meeting = wording.meeting(notification).orElse(null);
    Words words = wording.of(notification, meeting, ZoneOffset.UTC);
    Map<String, Object> facts = new HashMap<>(notification.payload());
    if (meeting != null) {
      facts.put("meetingTitle", meeting.shownTitle());
    }
    return new View(
        notification.id(),
        notification.type(),
        words.title(),
        words.text(),
        words.path(),
        facts,
        notification.createdAt(),
        notification.readAt());
  }
}
