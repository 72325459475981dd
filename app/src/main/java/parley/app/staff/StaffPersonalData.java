package parley.app.staff;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;
import parley.app.users.UserRole;
import parley.app.users.Users;

/** Somebody's place behind the counter. */
@Component
class StaffPersonalData implements PersonalData {
  private static final List<Part> PARTS = List.of(Part.of("admin_users", "t.user_id = :user"));

  private final JdbcClient jdbc;
  private final Users users;

  StaffPersonalData(JdbcClient jdbc, Users users) {
    this.jdbc = jdbc;
    this.users = users;
  }

  @Override
  public String name() {
    return "staff";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  /** The role goes with the row: the two always agree. */
  @Override
  @Transactional
  public void erase(UUID userId) {
    users.changeRole(userId, UserRole.USER);
    jdbc.sql("DELETE FROM admin_users WHERE user_id = :user").param("user", userId).update();
  }
}
