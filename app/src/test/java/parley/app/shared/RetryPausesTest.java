package parley.app.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPausesTest {
  private final RetryPauses pauses = new RetryPauses(Duration.ofSeconds(30), 3);

  @Test
  void doubleUpToTheMost() {
    assertThat(least(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(least(2)).isEqualTo(Duration.ofSeconds(60));
    assertThat(least(4)).isEqualTo(Duration.ofSeconds(240));
    assertThat(least(5)).isEqualTo(Duration.ofSeconds(240));
    assertThat(least(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(240));
  }

  @Test
  void spreadByUpToAQuarter() {
    var chance = new SplittableRandom(7);
    assertThat(
            IntStream.range(0, 100)
                .mapToObj(i -> pauses.after(1, chance))
                .collect(Collectors.toSet()))
        .allMatch(pause -> pause.toMillis() >= 30_000 && pause.toMillis() < 37_500)
        .hasSizeGreaterThan(90);
  }

  private Duration least(int attempt) {
    return pauses.after(attempt, () -> 0);
  }
}
