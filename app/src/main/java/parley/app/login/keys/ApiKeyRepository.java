package parley.app.login.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.KeyScope;

/** The rows of {@code api_keys}. */
@Repository
class ApiKeyRepository {
  private static final String SELECT =
      """
      SELECT id, user_id, name, ending, scopes, created_at, expires_at, last_used_at FROM api_keys
      WHERE revoked_at IS NULL AND\s\
      """;

  private final JdbcClient jdbc;

  ApiKeyRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ApiKey key, byte[] tokenHash) {
    jdbc.sql(
            """
            INSERT INTO api_keys (id, user_id, name, token_hash, ending, scopes, created_at, expires_at)
            VALUES (:id, :userId, :name, :tokenHash, :ending, :scopes, :createdAt, :expiresAt)
            """)
        .param("id", key.id())
        .param("userId", key.userId())
        .param("name", key.name())
        .param("tokenHash", tokenHash)
        .param("ending", key.ending())
        .param(
            "scopes", key.scopes().stream().map(KeyScope::spelled).sorted().toArray(String[]::new))
        .param("createdAt", at(key.createdAt()))
        .param("expiresAt", key.expiresAt() == null ? null : at(key.expiresAt()))
        .update();
  }

  Optional<ApiKey> find(byte[] tokenHash) {
    return jdbc.sql(SELECT + "token_hash = :tokenHash")
        .param("tokenHash", tokenHash)
        .query(ApiKeyRepository::key)
        .optional();
  }

  List<ApiKey> ofUser(UUID userId) {
    return jdbc.sql(SELECT + "user_id = :userId ORDER BY created_at DESC, id DESC")
        .param("userId", userId)
        .query(ApiKeyRepository::key)
        .list();
  }

  List<ApiKey> among(Collection<UUID> ids) {
    return jdbc.sql(SELECT + "id = ANY (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(ApiKeyRepository::key)
        .list();
  }

  void used(UUID id, Instant now) {
    jdbc.sql(
            """
            UPDATE api_keys SET last_used_at = :now
            WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :now)
            """)
        .param("id", id)
        .param("now", at(now))
        .update();
  }

  /** False if this user has no such key. */
  boolean revoke(UUID id, UUID userId, Instant now) {
    return jdbc.sql(
                """
                UPDATE api_keys SET revoked_at = :now
                WHERE id = :id AND user_id = :userId AND revoked_at IS NULL
                """)
            .param("id", id)
            .param("userId", userId)
            .param("now", at(now))
            .update()
        == 1;
  }

  /** The keys this revoked. */
  List<UUID> revokeAll(UUID userId, Instant now) {
    return jdbc.sql(
            """
            UPDATE api_keys SET revoked_at = :now WHERE user_id = :userId AND revoked_at IS NULL
            RETURNING id
            """)
        .param("userId", userId)
        .param("now", at(now))
        .query(UUID.class)
        .list();
  }

  private static ApiKey key(ResultSet row, int number) throws SQLException {
    String[] scopes = (String[]) row.getArray("scopes").getArray();
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("name"),
        row.getString("ending"),
        Arrays.stream(scopes).flatMap(s -> KeyScope.of(s).stream()).collect(Collectors.toSet()),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("expires_at", OffsetDateTime.class)),
        instant(row.getObject("last_used_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
