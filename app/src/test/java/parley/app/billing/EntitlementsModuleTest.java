package parley.app.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.Ids;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;

@ParleyTest
class EntitlementsModuleTest {
  @Autowired Entitlements entitlements;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired Ids ids;

  private UUID user = new UUID(0, 0);

  @BeforeEach
  void somebody() {
    user = ids.next();
    jdbc.sql("INSERT INTO users (id, email) VALUES (:id, :email)")
        .param("id", user)
        .param("email", user + "@example.org")
        .update();
  }

  @Test
  void everybodyHasTheFreePlan() {
    assertThat(entitlements.of(user).slug()).isEqualTo("free");
    assertThat(entitlements.maxParticipants(user)).isEqualTo(100);
    assertThat(entitlements.maxParticipants(UUID.randomUUID())).isEqualTo(100);
  }

  @Test
  void aPaidPlanHoldsUntilItEnds() {
    Instant end = clock.instant().plus(Duration.ofDays(30));
    subscribe("active", end);
    assertThat(entitlements.of(user).slug()).isEqualTo("premium");
    assertThat(entitlements.maxParticipants(user)).isEqualTo(300);
    clock.advance(Duration.ofDays(30));
    assertThat(entitlements.of(user).slug()).isEqualTo("free");
  }

  @Test
  void oneWithoutAnEndHolds() {
    subscribe("active", null);
    assertThat(entitlements.of(user).slug()).isEqualTo("premium");
  }

  @Test
  void oneThatIsPastDueHoldsWhileItIsTried() {
    subscribe("past_due", clock.instant().minusSeconds(1));
    assertThat(entitlements.of(user).slug()).isEqualTo("premium");
  }

  @Test
  void aCancelledOneHoldsUntilItsPeriodEnds() {
    subscribe("cancelled", clock.instant().plusSeconds(1));
    assertThat(entitlements.of(user).slug()).isEqualTo("premium");
    clock.advance(Duration.ofSeconds(1));
    assertThat(entitlements.of(user).slug()).isEqualTo("free");
  }

  @Test
  void anExpiredOneDoesNotHold() {
    subscribe("expired", clock.instant().plusSeconds(100));
    assertThat(entitlements.of(user).slug()).isEqualTo("free");
  }

  private void subscribe(String status, @Nullable Instant end) {
    jdbc.sql(
            """
            INSERT INTO subscriptions (id, user_id, plan_id, status, started_at, expires_at)
            SELECT :id, :user, id, :status, :now, :end FROM plans WHERE slug = 'premium'
            """)
        .param("id", ids.next())
        .param("user", user)
        .param("status", status)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("end", end == null ? null : end.atOffset(ZoneOffset.UTC))
        .update();
  }
}
