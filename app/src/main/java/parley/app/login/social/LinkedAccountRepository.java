package parley.app.login.social;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.users.EmailAddress;

/** The rows of {@code linked_accounts}. */
@Repository
class LinkedAccountRepository {
  private final JdbcClient jdbc;

  LinkedAccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<UUID> userOf(String provider, String subject) {
    return jdbc.sql(
            """
            SELECT user_id FROM linked_accounts WHERE provider = :provider AND subject = :subject
            """)
        .param("provider", provider)
        .param("subject", subject)
        .query(UUID.class)
        .optional();
  }

  /** False if that account, or another of the provider, is linked already. */
  boolean insert(String provider, Identity identity, UUID userId, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO linked_accounts (provider, subject, user_id, email, linked_at, last_used_at)
                VALUES (:provider, :subject, :userId, :email, :now, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("provider", provider)
            .param("subject", identity.subject())
            .param("userId", userId)
            .param("email", identity.email().map(EmailAddress::value).orElse(null))
            .param("now", at(now))
            .update()
        == 1;
  }

  void used(String provider, String subject, Instant now) {
    jdbc.sql(
            """
            UPDATE linked_accounts SET last_used_at = :now WHERE provider = :provider AND subject = :subject
            """)
        .param("provider", provider)
        .param("subject", subject)
        .param("now", at(now))
        .update();
  }

  List<LinkedAccount> of(UUID userId) {
    return jdbc.sql(
            """
            SELECT provider, user_id, email, linked_at, last_used_at FROM linked_accounts
            WHERE user_id = :userId ORDER BY linked_at
            """)
        .param("userId", userId)
        .query(LinkedAccountRepository::account)
        .list();
  }

  boolean delete(UUID userId, String provider) {
    return jdbc.sql("DELETE FROM linked_accounts WHERE user_id = :userId AND provider = :provider")
            .param("userId", userId)
            .param("provider", provider)
            .update()
        == 1;
  }

  /** Those that were linked since then. */
  void deleteSince(UUID userId, Instant since) {
    jdbc.sql("DELETE FROM linked_accounts WHERE user_id = :userId AND linked_at >= :since")
        .param("userId", userId)
        .param("since", at(since))
        .update();
  }

  private static LinkedAccount account(ResultSet row, int number) throws SQLException {
    return new LinkedAccount(
        row.getString("provider"),
        row.getObject("user_id", UUID.class),
        row.getString("email"),
        row.getObject("linked_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_used_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
