package parley.app.notifications.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code push_deliveries}: a notification on its way to a device. */
@Repository
class DeliveryRepository {
  private final JdbcClient jdbc;

  DeliveryRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A delivery that this process has taken.
   *
   * @param attempt 1 at the first try
   * @param expiresAt from when on the notification is worth nothing
   */
  record Taken(
      UUID notificationId, UUID userId, PushDevice device, int attempt, Instant expiresAt) {}

  void insert(UUID userId, UUID notificationId, Instant now, Instant expiresAt) {
    jdbc.sql(
            """
            INSERT INTO push_deliveries (notification_id, device_id, next_attempt_at, expires_at)
            SELECT :notification, id, :now, :expires FROM push_devices WHERE user_id = :user
            ON CONFLICT (notification_id, device_id) DO NOTHING
            """)
        .param("notification", notificationId)
        .param("user", userId)
        .param("now", at(now))
        .param("expires", at(expiresAt))
        .update();
  }

  /**
   * Takes up to {@code most} that are due, of one person up to {@code mostOfOne}, of those who are
   * busy none. Until {@code leaseEnd} nobody else takes them; if this process dies before it has
   * said how it went, another one tries again then.
   */
  List<Taken> take(int most, int mostOfOne, Set<UUID> busy, Instant now, Instant leaseEnd) {
    return jdbc.sql(
            """
            UPDATE push_deliveries d SET attempts = attempts + 1, next_attempt_at = :leaseEnd
            FROM push_devices p
            WHERE p.id = d.device_id AND (d.notification_id, d.device_id) IN (
              SELECT q.notification_id, q.device_id FROM push_deliveries q JOIN (
                SELECT w.notification_id, w.device_id,
                  row_number() OVER (PARTITION BY o.user_id ORDER BY w.next_attempt_at) AS place
                FROM push_deliveries w JOIN push_devices o ON o.id = w.device_id
                WHERE w.sent_at IS NULL AND w.given_up_at IS NULL AND w.next_attempt_at <= :now
                  AND o.user_id <> ALL (:busy)) due USING (notification_id, device_id)
              WHERE due.place <= :mostOfOne
                AND q.sent_at IS NULL AND q.given_up_at IS NULL AND q.next_attempt_at <= :now
              ORDER BY q.next_attempt_at LIMIT :most FOR UPDATE OF q SKIP LOCKED)
            RETURNING d.notification_id, p.user_id, d.attempts, d.expires_at, p.id AS device, p.session_id, p.endpoint,
              p.public_key, p.auth_secret
            """)
        .param("most", most)
        .param("mostOfOne", mostOfOne)
        .param("busy", busy.toArray(UUID[]::new))
        .param("now", at(now))
        .param("leaseEnd", at(leaseEnd))
        .query(DeliveryRepository::taken)
        .list();
  }

  @Transactional
  public void sent(Taken taken, Instant now) {
    update(taken, "sent_at = :at, last_error = NULL", now, "");
    jdbc.sql("UPDATE notifications SET sent = true, sent_at = :at WHERE id = :id AND NOT sent")
        .param("id", taken.notificationId())
        .param("at", at(now))
        .update();
    jdbc.sql("UPDATE push_devices SET last_push_at = :at WHERE id = :id")
        .param("id", taken.device().id())
        .param("at", at(now))
        .update();
  }

  void retryAt(Taken taken, Instant next, String error) {
    update(taken, "next_attempt_at = :at, last_error = :error", next, error);
  }

  void giveUp(Taken taken, Instant now, String error) {
    update(taken, "given_up_at = :at, last_error = :error", now, error);
  }

  private void update(Taken taken, String change, Instant at, String error) {
    jdbc.sql(
            "UPDATE push_deliveries SET "
                + change
                + """
                 WHERE notification_id = :notification AND device_id = :device
                  AND sent_at IS NULL AND given_up_at IS NULL
                """)
        .param("notification", taken.notificationId())
        .param("device", taken.device().id())
        .param("at", at(at))
        .param("error", error)
        .update();
  }

  private static Taken taken(ResultSet row, int number) throws SQLException {
    return new Taken(
        row.getObject("notification_id", UUID.class),
        row.getObject("user_id", UUID.class),
        PushDeviceRepository.device(row, "device"),
        row.getInt("attempts"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
