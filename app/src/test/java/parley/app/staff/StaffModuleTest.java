package parley.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.Visitor;

@ParleyTest
class StaffModuleTest {
  // Written down a second time on purpose: whoever changes who may do what changes it in two
  // places.
  private static final Map<StaffRole, Set<Permission>> TABLE =
      Map.of(
          StaffRole.ADMIN,
          Set.of(
              Permission.CONSOLE_OPEN,
              Permission.MAILBOX_READ,
              Permission.AUDIT_READ,
              Permission.AUDIT_EXPORT,
              Permission.USERS_VIEW,
              Permission.USERS_ADDRESSES,
              Permission.USERS_SUSPEND,
              Permission.SESSIONS_END,
              Permission.MAILS_RESEND,
              Permission.STAFF_GRANT,
              Permission.SETTINGS_CHANGE,
              Permission.PEOPLE_INVITE,
              Permission.MEETINGS_VIEW,
              Permission.CONTENT_PUBLISH),
          StaffRole.MODERATOR,
          Set.of(
              Permission.CONSOLE_OPEN,
              Permission.USERS_VIEW,
              Permission.USERS_SUSPEND,
              Permission.SESSIONS_END,
              Permission.PEOPLE_INVITE,
              Permission.MEETINGS_VIEW,
              Permission.CONTENT_PUBLISH),
          StaffRole.COMPLIANCE,
          Set.of(
              Permission.CONSOLE_OPEN,
              Permission.AUDIT_READ,
              Permission.AUDIT_EXPORT,
              Permission.USERS_VIEW,
              Permission.USERS_ADDRESSES,
              Permission.KYC_REVIEW),
          StaffRole.SUPPORT,
          Set.of(
              Permission.CONSOLE_OPEN,
              Permission.USERS_VIEW,
              Permission.USERS_ADDRESSES,
              Permission.MAILS_RESEND,
              Permission.MEETINGS_VIEW));

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Ids ids;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void everyPermissionOfEveryRoleIsTheTables() {
    Map<StaffRole, UUID> people =
        Map.of(
            StaffRole.ADMIN, appointed(StaffRole.ADMIN),
            StaffRole.MODERATOR, appointed(StaffRole.MODERATOR),
            StaffRole.COMPLIANCE, appointed(StaffRole.COMPLIANCE),
            StaffRole.SUPPORT, appointed(StaffRole.SUPPORT));
    for (Permission permission : Permission.values()) {
      people.forEach((role, userId) -> {
        if (TABLE.getOrDefault(role, Set.of()).contains(permission)) {
          assertThatCode(() -> staff.require(userId, permission)).doesNotThrowAnyException();
        } else {
          assertThat(refused(userId, permission).status()).isEqualTo(403);
        }
      });
    }
  }

  @Test
  void forEverybodyElseThereIsNothingThere() {
    UUID somebody = user();
    for (Permission permission : Permission.values()) {
      assertThat(refused(somebody, permission).status()).isEqualTo(404);
      assertThat(refused(UUID.randomUUID(), permission).status()).isEqualTo(404);
    }
  }

  @Test
  void suspendedStaffIsNoStaff() {
    UUID moderator = appointed(StaffRole.MODERATOR);
    jdbc.sql("UPDATE users SET status = 'suspended' WHERE id = :id")
        .param("id", moderator)
        .update();
    assertThat(staff.roleOf(moderator)).isEmpty();
  }

  @Test
  void everyRefusalIsInTheAuditTrailEvenWhenItRollsBackWhatItWasAskedIn() {
    UUID somebody = user();
    catchThrowableOfType(
        Refusal.class,
        () ->
            transaction.executeWithoutResult(
                status -> staff.require(somebody, Permission.MAILBOX_READ)));
    assertThat(
            jdbc.sql(
                    """
                    SELECT entity_type || ' ' || entity_id || ' ' || action FROM audit_logs
                    WHERE actor_user_id = :actor
                    """)
                .param("actor", somebody)
                .query(String.class)
                .list())
        .containsExactly("permission mailbox_read refused");
  }

  @Test
  void everyStaffRouteHasAPermission() {
    List<String> without = staffRoutes().filter(route -> permissionOf(route).isEmpty()).toList();
    assertThat(staffRoutes()).isNotEmpty();
    assertThat(without).isEmpty();
  }

  @Test
  void theGateAsksBeforeTheController() {
    Visitor somebody = new Visitor(port).signUp("gate" + UUID.randomUUID() + "@example.org");
    assertThat(somebody.get("/api/v1/staff/mailbox").status()).isEqualTo(404);
    assertThat(new Visitor(port).get("/api/v1/staff/mailbox").status()).isEqualTo(401);
    UUID id = UUID.fromString(somebody.get("/api/v1/users/me").json().path("id").asString());
    give(id, StaffRole.MODERATOR);
    assertThat(somebody.get("/api/v1/staff/mailbox").status()).isEqualTo(403);
    give(id, StaffRole.ADMIN);
    assertThat(somebody.get("/api/v1/staff/mailbox").status()).isEqualTo(200);
  }

  private Stream<String> staffRoutes() {
    return mappings.getHandlerMethods().keySet().stream()
        .flatMap(mapping ->
            mapping.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/v1/staff"))
                .flatMap(pattern ->
                    mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + pattern)));
  }

  private static Optional<Permission> permissionOf(String route) {
    String[] parts = route.split(" ");
    return StaffRoutes.permission(parts[0], parts[1]);
  }

  private Refusal refused(UUID userId, Permission permission) {
    return catchThrowableOfType(Refusal.class, () -> staff.require(userId, permission));
  }

  private UUID appointed(StaffRole role) {
    UUID userId = user();
    give(userId, role);
    return userId;
  }

  private void give(UUID userId, StaffRole role) {
    Staffing.give(jdbc, userId, role.spelled());
  }

  private UUID user() {
    UUID id = ids.next();
    jdbc.sql("INSERT INTO users (id, email) VALUES (:id, :email)")
        .param("id", id)
        .param("email", id + "@example.org")
        .update();
    return id;
  }
}
