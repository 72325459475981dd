package parley.app.notifications.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code push_devices}. */
@Repository
class PushDeviceRepository {
  private final JdbcClient jdbc;

  PushDeviceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What its owner sees of a device. */
  record Line(UUID id, String name, Instant createdAt, @Nullable Instant lastPushAt) {}

  boolean any(UUID userId) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM push_devices WHERE user_id = :user)")
        .param("user", userId)
        .query(Boolean.class)
        .single();
  }

  /**
   * Keeps it in place of the one with the same endpoint, if any: that one goes with all that is on
   * its way to it, which may be another person's.
   */
  void put(UUID userId, PushDevice device, String name, Instant now) {
    jdbc.sql("DELETE FROM push_devices WHERE endpoint_hash = :hash")
        .param("hash", hash(device.endpoint()))
        .update();
    jdbc.sql(
            """
            INSERT INTO push_devices (id, user_id, session_id, endpoint, endpoint_hash, public_key, auth_secret, name,
              created_at)
            VALUES (:id, :user, :session, :endpoint, :hash, :key, :auth, :name, :now)
            """)
        .param("id", device.id())
        .param("user", userId)
        .param("session", device.sessionId())
        .param("endpoint", device.endpoint().toString())
        .param("hash", hash(device.endpoint()))
        .param("key", device.publicKey())
        .param("auth", device.authSecret())
        .param("name", name)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void keepNewest(UUID userId, int most) {
    jdbc.sql(
            """
            DELETE FROM push_devices WHERE user_id = :user AND id NOT IN (
              SELECT id FROM push_devices WHERE user_id = :user ORDER BY created_at DESC, id DESC LIMIT :most)
            """)
        .param("user", userId)
        .param("most", most)
        .update();
  }

  List<Line> list(UUID userId) {
    return jdbc.sql(
            "SELECT id, name, created_at, last_push_at FROM push_devices WHERE user_id = :user ORDER BY id DESC")
        .param("user", userId)
        .query(PushDeviceRepository::line)
        .list();
  }

  Optional<PushDevice> find(UUID userId, UUID id) {
    return jdbc.sql("SELECT * FROM push_devices WHERE user_id = :user AND id = :id")
        .param("user", userId)
        .param("id", id)
        .query((row, number) -> device(row, "id"))
        .optional();
  }

  /** False if this person has no such device. */
  boolean forget(UUID userId, UUID id) {
    return jdbc.sql("DELETE FROM push_devices WHERE user_id = :user AND id = :id")
            .param("user", userId)
            .param("id", id)
            .update()
        == 1;
  }

  void forget(UUID id) {
    jdbc.sql("DELETE FROM push_devices WHERE id = :id").param("id", id).update();
  }

  void forgetAll(UUID userId) {
    jdbc.sql("DELETE FROM push_devices WHERE user_id = :user").param("user", userId).update();
  }

  void forgetSession(UUID sessionId) {
    jdbc.sql("DELETE FROM push_devices WHERE session_id = :session")
        .param("session", sessionId)
        .update();
  }

  /** A device of a row that has it all; its id stands in the column {@code id}. */
  static PushDevice device(ResultSet row, String id) throws SQLException {
    return new PushDevice(
        row.getObject(id, UUID.class),
        row.getObject("session_id", UUID.class),
        URI.create(row.getString("endpoint")),
        row.getBytes("public_key"),
        row.getBytes("auth_secret"));
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    OffsetDateTime last = row.getObject("last_push_at", OffsetDateTime.class);
    return new Line(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        last == null ? null : last.toInstant());
  }

  private static byte[] hash(URI endpoint) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(endpoint.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
