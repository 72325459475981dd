package parley.app.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.users.Me;

/** The rows of {@code admin_users}. */
@Repository
class StaffRepository implements Me.StaffRoles {
  private final JdbcClient jdbc;

  StaffRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StaffRole> roleOf(UUID userId) {
    return jdbc.sql("SELECT role FROM admin_users WHERE user_id = :userId")
        .param("userId", userId)
        .query(String.class)
        .optional()
        .map(StaffRole::of);
  }

  @Override
  public @Nullable String staffRoleOf(UUID userId) {
    return roleOf(userId).map(StaffRole::spelled).orElse(null);
  }

  void appoint(UUID id, UUID userId, StaffRole role, Instant now) {
    jdbc.sql(
            """
            INSERT INTO admin_users (id, user_id, role, created_at) VALUES (:id, :userId, :role, :now)
            """)
        .param("id", id)
        .param("userId", userId)
        .param("role", role.spelled())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
