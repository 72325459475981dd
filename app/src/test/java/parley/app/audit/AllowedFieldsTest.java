package parley.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.app.shared.AuditFields;

class AllowedFieldsTest {
  private final AllowedFields fields =
      new AllowedFields(
          List.of(
              AuditFields.of("user", "role"),
              AuditFields.of("user", "emailVerified"),
              AuditFields.of("meeting", "startsAt", "isLocked")));

  @Test
  void keepsWhatIsOnTheListOfThatKind() {
    assertThat(fields.trim("user", Map.of("role", "admin", "emailVerified", true)))
        .isEqualTo(Map.of("role", "admin", "emailVerified", true));
    assertThat(fields.trim("meeting", Map.of("startsAt", Instant.EPOCH, "isLocked", false)))
        .isEqualTo(Map.of("startsAt", "1970-01-01T00:00:00Z", "isLocked", false));
  }

  @Test
  void leavesOutEverythingElse() {
    assertThat(
            fields.trim(
                "user",
                Map.of(
                    "email", "a@example.org", "fullName", "Ada", "phone", "+1", "isLocked", true)))
        .isEmpty();
    assertThat(fields.trim("unheard_of", Map.of("status", "active"))).isEmpty();
  }

  @Test
  void leavesOutPersonalWordsThatHideInAnAllowedField() {
    assertThat(fields.trim("user", Map.of("role", "ada@example.org"))).isEmpty();
    assertThat(fields.trim("user", Map.of("role", "a".repeat(65)))).isEmpty();
    assertThat(fields.trim("user", Map.of("role", Map.of("email", "x")))).isEmpty();
    assertThat(fields.trim("user", Map.of("role", List.of("admin", "a@example.org")))).isEmpty();
  }
}
