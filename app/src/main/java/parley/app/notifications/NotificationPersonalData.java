package parley.app.notifications;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.notifications.push.PushDevices;
import parley.app.shared.PersonalData;

/** What somebody was told, wants to be told, and on which devices. All of it goes. */
@Component
class NotificationPersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(
          Part.selected(
              "notifications",
              """
              SELECT type, channel, payload, sent, sent_at, created_at, read_at, last_error
              FROM notifications WHERE user_id = :user ORDER BY id
              """),
          Part.selected(
              "notification_preferences",
              """
              SELECT type, channel, is_wanted FROM notification_preferences
              WHERE user_id = :user ORDER BY type, channel
              """),
          Part.selected(
              "push_devices",
              """
              SELECT name, endpoint, created_at, last_push_at FROM push_devices
              WHERE user_id = :user ORDER BY id
              """));

  private final JdbcClient jdbc;
  private final PushDevices devices;

  NotificationPersonalData(JdbcClient jdbc, PushDevices devices) {
    this.jdbc = jdbc;
    this.devices = devices;
  }

  @Override
  public String name() {
    return "notifications";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    // First the occasions: one that is being told holds its row until its notifications are there.
    remove(
        """
        UPDATE notification_occasions SET people = array_remove(people, :user)
        WHERE told_at IS NULL AND people @> ARRAY[:user]
        """,
        userId);
    remove("DELETE FROM notifications WHERE user_id = :user", userId);
    remove("DELETE FROM notification_preferences WHERE user_id = :user", userId);
    devices.forgetAll(userId);
  }

  private void remove(String statement, UUID userId) {
    jdbc.sql(statement).param("user", userId).update();
  }
}
