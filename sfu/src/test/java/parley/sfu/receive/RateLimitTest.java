package parley.sfu.receive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long SECOND = 1_000_000_000L;

  private final RateLimit limit = new RateLimit(100, 200);

  private int passing(int tries, long now) {
    int passed = 0;
    for (int i = 0; i < tries; i++) {
      passed += limit.passes(1, now) ? 1 : 0;
    }
    return passed;
  }

  @Test
  void aBurstAndThenTheRate() {
    long now = Long.MAX_VALUE - SECOND;
    assertThat(passing(1_000, now)).isEqualTo(200);
    assertThat(passing(1_000, now + SECOND)).isEqualTo(100);
    assertThat(passing(1_000, now + 2 * SECOND)).isEqualTo(100);
    assertThat(passing(1_000, now + 1_000_000 * SECOND)).isEqualTo(200);
  }

  @Test
  void whatDoesNotFitTakesNothingAway() {
    assertThat(limit.passes(201, 0)).isFalse();
    assertThat(limit.passes(200, 0)).isTrue();
    assertThat(limit.passes(1, 0)).isFalse();
  }

  @Test
  void timeThatRunsBackwardsStandsStill() {
    assertThat(passing(150, 10 * SECOND)).isEqualTo(150);
    assertThat(passing(50, 9 * SECOND)).isEqualTo(50);
    assertThat(passing(1, 9 * SECOND)).isZero();
    assertThat(passing(1, 10 * SECOND)).isZero();
    assertThat(passing(1_000, 11 * SECOND)).isEqualTo(100);
  }

  @Test
  void theFastestDoesNotOverflow() {
    RateLimit fast = new RateLimit(100_000_000, 1_000_000_000);
    assertThat(fast.passes(1_000_000_000, -1)).isTrue();
    assertThat(fast.passes(1, -1)).isFalse();
    assertThat(fast.passes(1_000_000_000, Long.MAX_VALUE - 10)).isTrue();
  }
}
