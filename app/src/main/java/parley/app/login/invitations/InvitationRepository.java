package parley.app.login.invitations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.login.SecretToken;
import parley.app.users.EmailAddress;

/** The rows of {@code signup_invitations}. */
@Repository
class InvitationRepository {
  private static final String SELECT =
      """
      SELECT id, email, invited_by, created_at, sent_at, expires_at, accepted_at, revoked_at
      FROM signup_invitations
      """;

  private final JdbcClient jdbc;

  InvitationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if the address has an invitation that is neither accepted nor revoked. */
  boolean insert(Invitation invitation, SecretToken token) {
    return jdbc.sql(
                """
                INSERT INTO signup_invitations (id, email, token_hash, invited_by, created_at, sent_at, expires_at)
                VALUES (:id, :email, :hash, :by, :now, :now, :expiresAt)
                ON CONFLICT DO NOTHING
                """)
            .param("id", invitation.id())
            .param("email", invitation.email().value())
            .param("hash", token.hash())
            .param("by", invitation.invitedBy())
            .param("now", at(invitation.createdAt()))
            .param("expiresAt", at(invitation.expiresAt()))
            .update()
        == 1;
  }

  /** Newest first. */
  List<Invitation> list(@Nullable UUID before, int most) {
    return jdbc.sql(
            SELECT
                + " WHERE (:before::uuid IS NULL OR id < :before::uuid) ORDER BY id DESC LIMIT :most")
        .param("before", before, Types.OTHER)
        .param("most", most)
        .query(InvitationRepository::invitation)
        .list();
  }

  /** One that is neither accepted nor revoked; it may be too old. */
  Optional<Invitation> unanswered(UUID id) {
    return jdbc.sql(SELECT + " WHERE id = :id AND accepted_at IS NULL AND revoked_at IS NULL")
        .param("id", id)
        .query(InvitationRepository::invitation)
        .optional();
  }

  /** As {@link #unanswered(UUID)}. */
  Optional<Invitation> unanswered(EmailAddress email) {
    return jdbc.sql(
            SELECT + " WHERE lower(email) = :email AND accepted_at IS NULL AND revoked_at IS NULL")
        .param("email", email.value())
        .query(InvitationRepository::invitation)
        .optional();
  }

  /** The invitation that this token opens now. */
  Optional<Invitation> open(SecretToken token, Instant now) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE token_hash = :hash AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > :now
                """)
        .param("hash", token.hash())
        .param("now", at(now))
        .query(InvitationRepository::invitation)
        .optional();
  }

  /** Replaces the token; the older link is dead. False if it was accepted or revoked meanwhile. */
  boolean renew(UUID id, SecretToken token, Instant now, Instant expiresAt) {
    return jdbc.sql(
                """
                UPDATE signup_invitations SET token_hash = :hash, sent_at = :now, expires_at = :expiresAt
                WHERE id = :id AND accepted_at IS NULL AND revoked_at IS NULL
                """)
            .param("id", id)
            .param("hash", token.hash())
            .param("now", at(now))
            .param("expiresAt", at(expiresAt))
            .update()
        == 1;
  }

  /** True for exactly one caller, and only as long as it is open. */
  boolean accept(UUID id, UUID userId, Instant now) {
    return jdbc.sql(
                """
                UPDATE signup_invitations SET accepted_at = :now, accepted_by = :userId
                WHERE id = :id AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > :now
                """)
            .param("id", id)
            .param("userId", userId)
            .param("now", at(now))
            .update()
        == 1;
  }

  boolean revoke(UUID id, Instant now) {
    return jdbc.sql(
                """
                UPDATE signup_invitations SET revoked_at = :now
                WHERE id = :id AND accepted_at IS NULL AND revoked_at IS NULL
                """)
            .param("id", id)
            .param("now", at(now))
            .update()
        == 1;
  }

  private static Invitation invitation(ResultSet row, int number) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        new EmailAddress(row.getString("email")),
        row.getObject("invited_by", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        instant(row, "accepted_at"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
