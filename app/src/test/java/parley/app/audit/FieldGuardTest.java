package parley.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.app.shared.AuditFields;

class FieldGuardTest {
  private static final AllowedFields ALLOWED =
      new AllowedFields(List.of(AuditFields.of("user", "role", "status")));

  private static final Map<String, Object> MIXED =
      Map.of("status", "active", "email", "a@b.example");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void inServiceAnUnlistedFieldIsLeftOutAndCounted() {
    FieldGuard guard = new FieldGuard(ALLOWED, meters, false);
    assertThat(guard.trim("user", MIXED)).isEqualTo(Map.of("status", "active"));
    assertThat(meters.counter("parley.audit.dropped", "entity", "user").count()).isEqualTo(1);
  }

  @Test
  void inTestsItFails() {
    FieldGuard guard = new FieldGuard(ALLOWED, meters, true);
    assertThatIllegalStateException()
        .isThrownBy(() -> guard.trim("user", MIXED))
        .withMessageContaining("email");
    assertThat(guard.trim("user", Map.of("status", "active"))).hasSize(1);
  }
}
