package parley.app.users;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code users}. */
@Repository
class UserRepository {
  static final String COLUMNS =
      "id, email, email_verified, full_name, display_name, phone, language, time_zone, profile_picture_url, role, status, "
          + "created_at, last_login_at";

  private static final Map<String, String> PROFILE_COLUMNS =
      Map.of(
          "fullName", "full_name",
          "displayName", "display_name",
          "phone", "phone",
          "language", "language",
          "timeZone", "time_zone");

  private final JdbcClient jdbc;

  UserRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if somebody has this address already, also when both came at the same moment. */
  boolean insert(UUID id, NewUser user, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO users (id, email, email_verified, password_hash, password_changed_at, full_name, display_name, role, signup_source, created_at)
                VALUES (:id, :email, :verified, :passwordHash, :passwordChangedAt, :fullName, :displayName, :role, :source, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("id", id)
            .param("email", user.email().value())
            .param("verified", user.emailVerified())
            .param("passwordHash", user.passwordHash())
            .param("passwordChangedAt", user.passwordHash() == null ? null : at(now))
            .param("source", user.signupSource())
            .param("fullName", user.fullName() == null ? null : user.fullName().value())
            .param("displayName", user.displayName().value())
            .param("role", spelled(user.role()))
            .param("now", at(now))
            .update()
        == 1;
  }

  Set<UUID> active(Collection<UUID> ids) {
    return jdbc.sql("SELECT id FROM users WHERE id = ANY (:ids) AND status = 'active'")
        .param("ids", ids.toArray(UUID[]::new))
        .query(UUID.class)
        .set();
  }

  Optional<User> find(UUID id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM users WHERE id = :id")
        .param("id", id)
        .query(UserRepository::user)
        .optional();
  }

  List<User> find(Collection<UUID> ids) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM users WHERE id = ANY (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(UserRepository::user)
        .list();
  }

  Optional<Credentials> credentials(EmailAddress email) {
    return jdbc.sql(
            "SELECT id, password_hash, password_changed_at, status FROM users WHERE lower(email) = :email")
        .param("email", email.value())
        .query(UserRepository::credentials)
        .optional();
  }

  boolean exists(EmailAddress email) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM users WHERE lower(email) = :email)")
        .param("email", email.value())
        .query(Boolean.class)
        .single();
  }

  boolean administratorExists() {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM users WHERE role = 'admin' AND status <> 'deleted')")
        .query(Boolean.class)
        .single();
  }

  /** Writes these fields of a profile and no other. */
  void changeProfile(UUID id, Profile profile, Collection<String> fields) {
    String columns =
        fields.stream()
            .map(field -> PROFILE_COLUMNS.get(field) + " = :" + field)
            .collect(Collectors.joining(", "));
    Map<String, @Nullable String> values = profile.values();
    var statement = jdbc.sql("UPDATE users SET " + columns + " WHERE id = :id").param("id", id);
    for (String field : fields) {
      statement = statement.param(field, values.get(field), Types.VARCHAR);
    }
    statement.update();
  }

  void changePicture(UUID id, @Nullable String url) {
    jdbc.sql("UPDATE users SET profile_picture_url = :url WHERE id = :id")
        .param("id", id)
        .param("url", url)
        .update();
  }

  Map<UUID, String> pictures(Collection<UUID> ids) {
    Map<UUID, String> pictures = new HashMap<>();
    jdbc.sql(
            """
            SELECT id, profile_picture_url FROM users
            WHERE id = ANY (:ids) AND profile_picture_url IS NOT NULL AND status <> 'deleted'
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          pictures.put(row.getObject("id", UUID.class), row.getString("profile_picture_url"));
        });
    return pictures;
  }

  void renewPasswordHash(Credentials compared, String hash) {
    jdbc.sql("UPDATE users SET password_hash = :hash WHERE id = :id AND password_hash = :compared")
        .param("id", compared.userId())
        .param("compared", compared.passwordHash())
        .param("hash", hash)
        .update();
  }

  void changePassword(UUID id, @Nullable String hash, Instant now) {
    jdbc.sql(
            """
            UPDATE users SET password_hash = :hash, password_changed_at = :changedAt WHERE id = :id
            """)
        .param("id", id)
        .param("hash", hash)
        .param("changedAt", hash == null ? null : at(now))
        .update();
  }

  Optional<Instant> passwordChangedAt(UUID id) {
    return jdbc.sql(
            """
            SELECT password_changed_at FROM users
            WHERE id = :id AND password_hash IS NOT NULL AND password_changed_at IS NOT NULL
            """)
        .param("id", id)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Gives the user a proven address; false if somebody has it. */
  boolean changeEmail(UUID id, EmailAddress email) {
    try {
      jdbc.sql("UPDATE users SET email = :email, email_verified = true WHERE id = :id")
          .param("id", id)
          .param("email", email.value())
          .update();
      return true;
    } catch (DuplicateKeyException taken) {
      return false;
    }
  }

  void loggedIn(UUID id, Instant now) {
    jdbc.sql("UPDATE users SET last_login_at = :now WHERE id = :id")
        .param("id", id)
        .param("now", at(now))
        .update();
  }

  /** The status of this user, whose row nobody else changes until the transaction ends. */
  Optional<UserStatus> hold(UUID id) {
    return jdbc.sql("SELECT status FROM users WHERE id = :id FOR NO KEY UPDATE")
        .param("id", id)
        .query((row, number) -> status(row))
        .optional();
  }

  /** False if the user did not have the status {@code before}. */
  boolean changeStatus(UUID id, UserStatus before, UserStatus after) {
    return jdbc.sql("UPDATE users SET status = :after WHERE id = :id AND status = :before")
            .param("id", id)
            .param("before", before.spelled())
            .param("after", after.spelled())
            .update()
        == 1;
  }

  /** False if this user is not deleted, is erased, or is barred already. */
  boolean barReturn(UUID id, Instant now) {
    return jdbc.sql(
                """
                UPDATE users SET return_barred_at = :now
                WHERE id = :id AND status = 'deleted' AND erased_at IS NULL AND return_barred_at IS NULL
                """)
            .param("id", id)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False if this user is not barred, or erased. */
  boolean allowReturn(UUID id) {
    return jdbc.sql(
                """
                UPDATE users SET return_barred_at = NULL
                WHERE id = :id AND status = 'deleted' AND erased_at IS NULL AND return_barred_at IS NOT NULL
                """)
            .param("id", id)
            .update()
        == 1;
  }

  /** Empty for whoever is not deleted, and once everything is erased. */
  Optional<Boolean> isReturnBarred(UUID id) {
    return jdbc.sql(
            """
            SELECT return_barred_at IS NOT NULL FROM users
            WHERE id = :id AND status = 'deleted' AND erased_at IS NULL
            """)
        .param("id", id)
        .query(Boolean.class)
        .optional();
  }

  void changeRole(UUID id, UserRole role) {
    jdbc.sql("UPDATE users SET role = :role WHERE id = :id")
        .param("id", id)
        .param("role", spelled(role))
        .update();
  }

  Set<UUID> withRole(UserRole role) {
    return jdbc.sql("SELECT id FROM users WHERE role = :role")
        .param("role", spelled(role))
        .query(UUID.class)
        .set();
  }

  /** False if the user has another address by now, or had this one verified before. */
  boolean verifyEmail(UUID id, EmailAddress email) {
    return jdbc.sql(
                "UPDATE users SET email_verified = true WHERE id = :id AND lower(email) = :email AND NOT email_verified")
            .param("id", id)
            .param("email", email.value())
            .update()
        == 1;
  }

  /** Whether that was a change. */
  boolean secondFactor(UUID id, boolean on) {
    return jdbc.sql(
                "UPDATE users SET two_fa_enabled = :on WHERE id = :id AND two_fa_enabled <> :on")
            .param("id", id)
            .param("on", on)
            .update()
        == 1;
  }

  static User user(ResultSet row, int number) throws SQLException {
    return new User(
        row.getObject("id", UUID.class),
        new EmailAddress(row.getString("email")),
        row.getBoolean("email_verified"),
        row.getString("full_name"),
        displayName(row),
        row.getString("phone"),
        row.getString("language"),
        zone(row.getString("time_zone")),
        row.getString("profile_picture_url"),
        UserRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        status(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("last_login_at", OffsetDateTime.class)));
  }

  private static Credentials credentials(ResultSet row, int number) throws SQLException {
    return new Credentials(
        row.getObject("id", UUID.class),
        row.getString("password_hash"),
        status(row),
        instant(row.getObject("password_changed_at", OffsetDateTime.class)));
  }

  // The column may be null by the schema; a person without any name is shown by what stands before
  // the @.
  private static String displayName(ResultSet row) throws SQLException {
    String name = row.getString("display_name");
    return name == null ? new EmailAddress(row.getString("email")).localPart() : name;
  }

  private static UserStatus status(ResultSet row) throws SQLException {
    return UserStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
  }

  private static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable ZoneId zone(@Nullable String name) {
    return name == null ? null : ZoneId.of(name);
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
