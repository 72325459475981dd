package parley.app.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import parley.app.testing.TestClock;

class RateLimitsTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T10:00:00Z"));

  @Test
  void refusesTheEleventhInAMinuteAndSaysWhenToComeBack() {
    RateLimits limits = limits(Map.of());
    for (int i = 0; i < 10; i++) {
      limits.count("code", LimitSettings::wrongCode, "192.0.2.1");
    }
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> limits.count("code", LimitSettings::wrongCode, "192.0.2.1"));
    assertThat(refusal.code()).isEqualTo("too_many_requests");
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(6));
    assertThatCode(() -> limits.count("code", LimitSettings::wrongCode, "192.0.2.2"))
        .doesNotThrowAnyException();
  }

  @Test
  void letsOneMoreThroughWhenTimeHasPassed() {
    RateLimits limits = limits(Map.of("parley.limits.wrong-code", "1/1m"));
    limits.count("code", LimitSettings::wrongCode, "a");
    assertThat(
            catchThrowableOfType(
                Refusal.class, () -> limits.check("code", LimitSettings::wrongCode, "a")))
        .isNotNull();
    clock.advance(Duration.ofMinutes(1));
    limits.count("code", LimitSettings::wrongCode, "a");
  }

  @Test
  void scaleMultipliesEveryLimit() {
    RateLimits limits =
        limits(Map.of("parley.limits.scale", "1000", "parley.limits.wrong-code", "1/1m"));
    for (int i = 0; i < 1000; i++) {
      limits.count("code", LimitSettings::wrongCode, "a");
    }
    assertThat(
            catchThrowableOfType(
                Refusal.class, () -> limits.count("code", LimitSettings::wrongCode, "a")))
        .isNotNull();
  }

  private RateLimits limits(Map<String, String> settings) {
    Binder binder = new Binder(new MapConfigurationPropertySource(settings));
    return new RateLimits(binder.bindOrCreate("parley.limits", LimitSettings.class), clock);
  }
}
