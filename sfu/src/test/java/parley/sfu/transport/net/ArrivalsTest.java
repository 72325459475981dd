package parley.sfu.transport.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;
  private static final long CLOCK = 1_800_000_000L * SECOND;
  private static final long NOW = Long.MAX_VALUE - SECOND / 2;

  private final Arrivals arrivals = new Arrivals();

  private long of(long age) {
    return NOW - arrivals.of(CLOCK - age, CLOCK, NOW);
  }

  @Test
  void gapsAreThoseOfTheStamps() {
    assertThat(of(30 * MILLI)).isEqualTo(30 * MILLI);
    assertThat(of(10 * MILLI)).isEqualTo(10 * MILLI);
    assertThat(of(0)).isZero();
  }

  @Test
  void afterAStallTimeGoesForwardAllTheSame() {
    assertThat(of(1_500 * MILLI)).isEqualTo(SECOND);
    assertThat(of(1_001 * MILLI)).isEqualTo(SECOND);
    assertThat(of(900 * MILLI)).isEqualTo(900 * MILLI);
    assertThat(of(950 * MILLI)).isEqualTo(900 * MILLI);
    assertThat(of(MILLI)).isEqualTo(MILLI);
  }

  @Test
  void aClockThatIsSetMovesNothingBack() {
    assertThat(of(20 * MILLI)).isEqualTo(20 * MILLI);
    assertThat(of(3_600 * SECOND)).isEqualTo(20 * MILLI);
    assertThat(of(-3_600 * SECOND)).isZero();
    assertThat(arrivals.of(0, CLOCK, NOW + MILLI)).isEqualTo(NOW + MILLI);
  }
}
