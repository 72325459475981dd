package parley.app.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.notifications.push.PushDevices;
import parley.app.shared.PersonalData;

/** What somebody was told, wants to be told, and on which devices. All of it goes. */
@Component
class NotificationPersonalData implements PersonalData {
  private final JdbcClient jdbc;
  private final PreferenceRepository preferences;
  private final PushDevices devices;

  NotificationPersonalData(JdbcClient jdbc, PreferenceRepository preferences, PushDevices devices) {
    this.jdbc = jdbc;
    this.preferences = preferences;
    this.devices = devices;
  }

  @Override
  public String name() {
    return "notifications";
  }

  @Override
  public List<Map<String, Object>> export(UUID userId) {
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.addAll(
        jdbc.sql(
                """
                SELECT type, channel, payload::text AS payload, sent, sent_at, created_at, read_at, last_error
                FROM notifications WHERE user_id = :user ORDER BY id
                """)
            .param("user", userId)
            .query()
            .listOfRows());
    rows.addAll(preferences.export(userId));
    rows.addAll(devices.export(userId));
    return rows;
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
