package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void hashesAsOwaspAsksToday() {
    PasswordHasher hasher = hasher(19456, 2);
    String hash = hasher.hash("correct horse");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hash).isNotEqualTo(hasher.hash("correct horse"));
    assertThat(hasher.matches("correct horse", hash)).isTrue();
    assertThat(hasher.matches("correct horsf", hash)).isFalse();
  }

  @Test
  void somebodyWithoutAHashCostsTheSameWork() {
    PasswordHasher hasher = hasher(1024, 1);
    assertThat(hasher.matches("whatever it is", null)).isFalse();
    assertThat(meters.get("parley.password.hash").timer().count()).isEqualTo(1);
    assertThat(meters.get("parley.password.hash").timer().totalTime(TimeUnit.NANOSECONDS))
        .isPositive();
  }

  @Test
  void anOlderHashIsOutdatedAndStillMatches() {
    String old = hasher(1024, 1).hash("correct horse");
    PasswordHasher today = hasher(2048, 2);
    assertThat(today.matches("correct horse", old)).isTrue();
    assertThat(today.isOutdated(old)).isTrue();
    assertThat(today.isOutdated(today.hash("correct horse"))).isFalse();
  }

  @Test
  void theSameLettersInAnotherCompositionAreTheSamePassword() {
    PasswordHasher hasher = hasher(1024, 1);
    assertThat(hasher.matches("passe\u0301 compose\u0301", hasher.hash("pass\u00e9 compos\u00e9")))
        .isTrue();
  }

  private PasswordHasher hasher(int memory, int passes) {
    return new PasswordHasher(
        new LoginSettings(Duration.ofDays(14), Duration.ofDays(90), memory, passes, 1), meters);
  }
}
