package parley.app.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
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

  @Test
  void aClockThatIsSetBackHoldsNobodyUp() {
    RateLimits limits = limits(Map.of("parley.limits.wrong-code", "1/1m"));
    limits.count("code", LimitSettings::wrongCode, "a");
    clock.setBack(Duration.ofDays(365));
    clock.advance(Duration.ofMinutes(1));
    assertThatCode(() -> limits.count("code", LimitSettings::wrongCode, "a"))
        .doesNotThrowAnyException();
  }

  @Test
  void theNetworksOfOneSiteTogetherHaveFourTimesWhatOneOfThemHas() {
    RateLimits limits = limits(Map.of("parley.limits.wrong-code", "10/1m"));
    assertThat(taken(limits, "2001:db8:1:%x::1")).isEqualTo(40);
    assertThat(taken(limits, "2001:db8:2:7::%x")).isEqualTo(10);
    assertThat(taken(limits, "2001:db8:%x:7::1")).isEqualTo(200);
    assertThat(taken(limits, "192.0.2.%d")).isEqualTo(200);
  }

  @Test
  void whatIsGivenBackIsGivenBackToTheSiteToo() {
    RateLimits limits = limits(Map.of("parley.limits.wrong-code", "10/1m"));
    for (int i = 0; i < 200; i++) {
      ClientAddress address = ClientAddress.of(String.format(Locale.ROOT, "2001:db8:1:%x::1", i));
      limits.count("code", LimitSettings::wrongCode, address);
      limits.giveBack("code", LimitSettings::wrongCode, address);
    }
    assertThat(taken(limits, "2001:db8:1:%x::1")).isEqualTo(40);
    assertThat(
            catchThrowableOfType(
                Refusal.class,
                () ->
                    limits.check(
                        "code", LimitSettings::wrongCode, ClientAddress.of("2001:db8:1:fff::1"))))
        .isNotNull();
  }

  /** How many of two hundred addresses get through. */
  private static long taken(RateLimits limits, String pattern) {
    return IntStream.rangeClosed(16, 215)
        .filter(i -> {
          try {
            limits.count(
                "code",
                LimitSettings::wrongCode,
                ClientAddress.of(String.format(Locale.ROOT, pattern, i)));
            return true;
          } catch (Refusal tooMany) {
            return false;
          }
        })
        .count();
  }

  private RateLimits limits(Map<String, String> settings) {
    Binder binder = new Binder(new MapConfigurationPropertySource(settings));
    return new RateLimits(binder.bindOrCreate("parley.limits", LimitSettings.class), clock);
  }
}
