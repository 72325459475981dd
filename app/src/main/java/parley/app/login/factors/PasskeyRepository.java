package parley.app.login.factors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code passkeys}. */
@Repository
class PasskeyRepository {
  private final JdbcClient jdbc;

  PasskeyRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if this passkey is somebody's already. */
  boolean insert(Passkey passkey) {
    return jdbc.sql(
                """
                INSERT INTO passkeys (id, user_id, credential_id, credential_data, sign_count, name,
                  transports, backup_eligible, backed_up, created_at)
                VALUES (:id, :userId, :credentialId, :credentialData, :signCount, :name,
                  :transports, :backupEligible, :backedUp, :now)
                ON CONFLICT (credential_id) DO NOTHING
                """)
            .param("id", passkey.id())
            .param("userId", passkey.userId())
            .param("credentialId", passkey.credentialId())
            .param("credentialData", passkey.credentialData())
            .param("signCount", passkey.signCount())
            .param("name", passkey.name())
            .param("transports", String.join(" ", passkey.transports()))
            .param("backupEligible", passkey.backupEligible())
            .param("backedUp", passkey.backedUp())
            .param("now", at(passkey.createdAt()))
            .update()
        == 1;
  }

  /** Oldest first. */
  List<Passkey> of(UUID userId) {
    return jdbc.sql("SELECT * FROM passkeys WHERE user_id = :userId ORDER BY id")
        .param("userId", userId)
        .query(PasskeyRepository::passkey)
        .list();
  }

  Optional<Passkey> find(byte[] credentialId) {
    return jdbc.sql("SELECT * FROM passkeys WHERE credential_id = :credentialId")
        .param("credentialId", credentialId)
        .query(PasskeyRepository::passkey)
        .optional();
  }

  /**
   * Notes a use. False if the counter has not risen since (WebAuthn §6.1.1), also by another use at
   * the same moment; a counter of 0 is that of a passkey without one.
   */
  boolean used(UUID id, long signCount, boolean backedUp, Instant now) {
    return jdbc.sql(
                """
                UPDATE passkeys SET sign_count = :signCount, backed_up = :backedUp, last_used_at = :now
                WHERE id = :id AND (sign_count < :signCount OR (sign_count = 0 AND :signCount = 0))
                """)
            .param("id", id)
            .param("signCount", signCount)
            .param("backedUp", backedUp)
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Whether it was above suspicion before. */
  boolean suspect(UUID id, Instant now) {
    return jdbc.sql(
                "UPDATE passkeys SET suspect_since = :now WHERE id = :id AND suspect_since IS NULL")
            .param("id", id)
            .param("now", at(now))
            .update()
        == 1;
  }

  boolean rename(UUID userId, UUID id, String name) {
    return jdbc.sql("UPDATE passkeys SET name = :name WHERE id = :id AND user_id = :userId")
            .param("id", id)
            .param("userId", userId)
            .param("name", name)
            .update()
        == 1;
  }

  /** Its name; empty if this user has no such passkey. */
  Optional<String> delete(UUID userId, UUID id) {
    return jdbc.sql("DELETE FROM passkeys WHERE id = :id AND user_id = :userId RETURNING name")
        .param("id", id)
        .param("userId", userId)
        .query(String.class)
        .optional();
  }

  private static Passkey passkey(ResultSet row, int number) throws SQLException {
    String transports = row.getString("transports");
    return new Passkey(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getBytes("credential_id"),
        row.getBytes("credential_data"),
        row.getLong("sign_count"),
        row.getString("name"),
        transports.isEmpty() ? Set.of() : Set.of(transports.split(" ")),
        row.getBoolean("backup_eligible"),
        row.getBoolean("backed_up"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("last_used_at", OffsetDateTime.class)),
        instant(row.getObject("suspect_since", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
