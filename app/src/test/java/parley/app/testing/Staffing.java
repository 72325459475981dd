package parley.app.testing;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts people behind the counter, past everybody who would have to agree. */
public final class Staffing {
  private Staffing() {}

  /**
   * @param role {@code admin}, {@code moderator}, {@code compliance} or {@code support}
   */
  public static void give(JdbcClient jdbc, UUID userId, String role) {
    String told = role.equals("admin") || role.equals("support") ? role : "user";
    String rows =
        role.equals("support")
            ? "DELETE FROM admin_users WHERE user_id = :user"
            : """
            INSERT INTO admin_users (id, user_id, role) VALUES (gen_random_uuid(), :user, :role)
            ON CONFLICT (user_id) DO UPDATE SET role = excluded.role
            """;
    jdbc.sql("WITH told AS (UPDATE users SET role = :told WHERE id = :user) " + rows)
        .param("told", told)
        .param("user", userId)
        .param("role", role)
        .update();
  }

  /** Who this visitor is. */
  public static UUID idOf(Visitor visitor) {
    return UUID.fromString(visitor.get("/api/v1/users/me").json().path("id").asString());
  }

  /** Somebody logged in who has this role. */
  public static Visitor visitor(int port, JdbcClient jdbc, String role) {
    Visitor visitor = new Visitor(port).signUp(role + UUID.randomUUID() + "@example.org");
    give(jdbc, idOf(visitor), role);
    return visitor;
  }
}
