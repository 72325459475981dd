package parley.app.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code admin_users}. */
@Repository
class StaffRepository {
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

  /** Every row there is. */
  Map<UUID, StaffRole> roles() {
    Map<UUID, StaffRole> roles = new HashMap<>();
    jdbc.sql("SELECT user_id, role FROM admin_users")
        .query(row -> {
          roles.put(row.getObject("user_id", UUID.class), StaffRole.of(row.getString("role")));
        });
    return roles;
  }

  /** The rows of these users. */
  Map<UUID, StaffRole> rolesOf(Collection<UUID> userIds) {
    Map<UUID, StaffRole> roles = new HashMap<>();
    jdbc.sql("SELECT user_id, role FROM admin_users WHERE user_id = ANY (:ids)")
        .param("ids", userIds.toArray(UUID[]::new))
        .query(row -> {
          roles.put(row.getObject("user_id", UUID.class), StaffRole.of(row.getString("role")));
        });
    return roles;
  }

  Set<UUID> withRole(StaffRole role) {
    return jdbc.sql("SELECT user_id FROM admin_users WHERE role = :role")
        .param("role", role.spelled())
        .query(UUID.class)
        .set();
  }

  /** Gives the role to somebody who has none, or another one. */
  void set(UUID id, UUID userId, StaffRole role, Instant now) {
    jdbc.sql(
            """
            INSERT INTO admin_users (id, user_id, role, created_at) VALUES (:id, :userId, :role, :now)
            ON CONFLICT (user_id) DO UPDATE SET role = excluded.role
            """)
        .param("id", id)
        .param("userId", userId)
        .param("role", role.spelled())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(UUID userId) {
    jdbc.sql("DELETE FROM admin_users WHERE user_id = :userId").param("userId", userId).update();
  }

  /**
   * Until the transaction ends nobody else changes who is staff: what was counted stays true until
   * it is acted on.
   */
  void hold() {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('staff'))").query(row -> {});
  }
}
