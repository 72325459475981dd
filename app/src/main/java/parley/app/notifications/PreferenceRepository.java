package parley.app.notifications;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code notification_preferences}: only what differs from what is usual, or once did.
 */
@Repository
class PreferenceRepository {
  private final JdbcClient jdbc;

  PreferenceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What this person has said about the type. */
  Map<Channel, Boolean> of(UUID userId, NotificationType type) {
    Map<Channel, Boolean> said = new EnumMap<>(Channel.class);
    jdbc.sql(
            """
            SELECT channel, is_wanted FROM notification_preferences WHERE user_id = :user AND type = :type
            """)
        .param("user", userId)
        .param("type", type.spelled())
        .query(row -> {
          Channel channel = Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT));
          said.put(channel, row.getBoolean("is_wanted"));
        });
    return said;
  }

  void put(UUID userId, NotificationType type, Channel channel, boolean wanted) {
    jdbc.sql(
            """
            INSERT INTO notification_preferences (user_id, type, channel, is_wanted)
            VALUES (:user, :type, :channel, :wanted)
            ON CONFLICT (user_id, type, channel) DO UPDATE SET is_wanted = excluded.is_wanted
            """)
        .param("user", userId)
        .param("type", type.spelled())
        .param("channel", channel.spelled())
        .param("wanted", wanted)
        .update();
  }
}
