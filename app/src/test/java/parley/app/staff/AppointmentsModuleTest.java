package parley.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.Refusal;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

@ParleyTest
class AppointmentsModuleTest {
  @LocalServerPort int port;
  @Autowired Appointments appointments;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;

  private Visitor admin = new Visitor(0);
  private UUID adminId = new UUID(0, 0);

  @BeforeEach
  void anAdministrator() {
    database.empty();
    admin = Staffing.visitor(port, jdbc, "admin");
    adminId = Staffing.idOf(admin);
  }

  @Test
  void aRoleIsGivenChangedAndTaken() {
    Visitor somebody = new Visitor(port).signUp("somebody@example.org");
    UUID id = Staffing.idOf(somebody);
    for (@Nullable String role :
        new @Nullable String[] {"moderator", "admin", "support", "compliance", null}) {
      assertThat(put(admin, id, role)).isEqualTo(204);
      assertThat(staff.roleOf(id).map(StaffRole::spelled)).isEqualTo(Optional.ofNullable(role));
      assertThat(userRole(id))
          .isEqualTo("admin".equals(role) || "support".equals(role) ? role : "user");
    }
    assertThat(put(admin, id, "king")).isEqualTo(400);
    assertThat(trail(id))
        .containsExactly(
            "none moderator",
            "moderator admin",
            "admin support",
            "support compliance",
            "compliance none");
  }

  @Test
  void whoeverMayDoLessOrMoreLogsInAnew() {
    Visitor somebody = new Visitor(port).signUp("rotated@example.org");
    UUID id = Staffing.idOf(somebody);
    assertThat(put(admin, id, "moderator")).isEqualTo(204);
    assertThat(somebody.get("/api/v1/users/me").status()).isEqualTo(401);
  }

  @Test
  void nobodyChangesTheirOwnRoleOrThatOfTheLastAdministrator() {
    assertThat(put(admin, adminId, null)).isEqualTo(409);
    assertThat(put(admin, adminId, "moderator")).isEqualTo(409);
    assertThat(put(admin, UUID.randomUUID(), "moderator")).isEqualTo(404);
    assertThat(staff.roleOf(adminId)).contains(StaffRole.ADMIN);
    assertThatThrownBy(() -> appointments.requireAnother(adminId))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("last_administrator"));
    UUID second = Staffing.idOf(Staffing.visitor(port, jdbc, "admin"));
    appointments.requireAnother(adminId);
    jdbc.sql("UPDATE users SET status = 'suspended' WHERE id = :id").param("id", second).update();
    assertThatThrownBy(() -> appointments.requireAnother(adminId)).isInstanceOf(Refusal.class);
  }

  @Test
  void ownRolesAreRefusedAsSuchAndNobodyBelowAnAdministratorGivesAny() {
    UUID second = Staffing.idOf(Staffing.visitor(port, jdbc, "admin"));
    UUID moderator = Staffing.idOf(Staffing.visitor(port, jdbc, "moderator"));
    assertThat(refusal(adminId, adminId)).isEqualTo("own_role");
    assertThat(refusal(moderator, second)).isEqualTo(Refusal.notAllowed().code());
    assertThat(staff.roleOf(second)).contains(StaffRole.ADMIN);
  }

  private String refusal(UUID by, UUID whom) {
    try {
      appointments.change(by, whom, Optional.empty());
      return "done";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  @Test
  void twoAdministratorsWhoTakeEachOthersRoleAHundredTimesAtOnceLeaveOne() throws Exception {
    UUID second = Staffing.idOf(Staffing.visitor(port, jdbc, "admin"));
    List<Future<Boolean>> tries = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        boolean even = i % 2 == 0;
        tries.add(threads.submit(() -> took(even ? adminId : second, even ? second : adminId)));
      }
    }
    int done = 0;
    for (Future<Boolean> each : tries) {
      done += each.get() ? 1 : 0;
    }
    assertThat(done).isPositive();
    assertThat(
            jdbc.sql("SELECT count(*) FROM admin_users WHERE role = 'admin'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aHundredSuspensionsOfEachOtherLeaveAnActiveAdministrator() throws Exception {
    Visitor other = Staffing.visitor(port, jdbc, "admin");
    UUID second = Staffing.idOf(other);
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      for (int i = 0; i < 100; i++) {
        boolean even = i % 2 == 0;
        threads.submit(() -> suspend(even ? admin : other, even ? second : adminId));
      }
    }
    assertThat(
            jdbc.sql("SELECT count(*) FROM users WHERE role = 'admin' AND status = 'active'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @RepeatedTest(10)
  void whoeverDeletesThemselvesWhileTakingTheOthersRoleLeavesAnAdministrator() throws Exception {
    Visitor other = Staffing.visitor(port, jdbc, "admin");
    var together = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Integer> taken =
          threads.submit(() -> {
            together.await();
            return put(other, adminId, null);
          });
      Future<Integer> deleted =
          threads.submit(() -> {
            together.await();
            return delete(other);
          });
      assertThat(List.of(taken.get(), deleted.get())).containsAnyOf(204, 202);
    }
    assertThat(
            jdbc.sql("SELECT count(*) FROM users WHERE role = 'admin' AND status = 'active'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void theRoleGoesWithTheAccountAndDoesNotComeBackWithIt() {
    Visitor leaving = Staffing.visitor(port, jdbc, "admin");
    UUID id = Staffing.idOf(leaving);
    String email = leaving.get("/api/v1/users/me").json().path("email").asString();
    Map<String, String> login = Map.of("email", email, "password", "correct horse battery");
    assertThat(delete(leaving)).isEqualTo(202);
    assertThat(trail(id)).containsExactly("admin none");
    String token = leaving.post("/api/v1/sessions", login).json().path("restoreToken").asString();
    assertThat(leaving.post("/api/v1/account-restorations", Map.of("token", token)).status())
        .isEqualTo(204);
    assertThat(leaving.post("/api/v1/sessions", login).status()).isEqualTo(201);
    assertThat(leaving.get("/api/v1/staff/me").status()).isEqualTo(404);
    assertThat(userRole(id)).isEqualTo("user");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE users SET role = 'admin' WHERE id = :user",
        "INSERT INTO admin_users (id, user_id, role) VALUES (gen_random_uuid(), :user, 'admin')",
        "UPDATE users SET role = 'user' WHERE role = 'admin' AND :user IS NOT NULL",
        "DELETE FROM admin_users WHERE :user IS NOT NULL",
        "UPDATE admin_users SET role = 'moderator' WHERE :user IS NOT NULL",
        "UPDATE admin_users SET user_id = :user",
        "WITH u AS (UPDATE users SET role = 'support' WHERE id = :user)"
            + " INSERT INTO admin_users (id, user_id, role) VALUES (gen_random_uuid(), :user, 'moderator')"
      })
  void theDatabaseKeepsTheTwoPlacesThatSayARoleTogether(String statement) {
    UUID somebody = Staffing.idOf(new Visitor(port).signUp("told@example.org"));
    assertThatThrownBy(() -> jdbc.sql(statement).param("user", somebody).update())
        .rootCause()
        .hasMessageMatching("(?s).*(admin_users).*");
  }

  private boolean took(UUID by, UUID from) {
    try {
      appointments.change(by, from, Optional.empty());
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static int suspend(Visitor by, UUID whom) {
    return by.put("/api/v1/staff/users/" + whom + "/suspension", Map.of("reason", "race")).status();
  }

  private static int delete(Visitor self) {
    return self.post("/api/v1/users/me/deletion", Map.of("confirm", "delete my account")).status();
  }

  private static int put(Visitor by, UUID whom, @Nullable String role) {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("role", role);
    return by.put("/api/v1/staff/users/" + whom + "/role", body).status();
  }

  private String userRole(UUID id) {
    return jdbc.sql("SELECT role FROM users WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private List<String> trail(UUID id) {
    return jdbc.sql(
            """
            SELECT (before->>'staffRole') || ' ' || (after->>'staffRole') FROM audit_logs
            WHERE entity_id = :id AND action = 'role_changed' ORDER BY id
            """)
        .param("id", id.toString())
        .query(String.class)
        .list();
  }
}
