package parley.sfu.receive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboundLimitTest {
  private final InboundLimit limit = new InboundLimit();

  private long passed(long packets, long nanosApart, long from) {
    long passed = 0;
    for (long i = 0; i < packets; i++) {
      passed += limit.passes(from + i * nanosApart) ? 1 : 0;
    }
    return passed;
  }

  @Test
  void honestSendersAreNeverHeld() {
    assertThat(passed(100_000, 250_000, 7)).isEqualTo(100_000);
  }

  @Test
  void afterAStallHonestPacketsPass() {
    long second = 1_000_000_000L;
    assertThat(passed(3_000, 1_000_000, 0)).isEqualTo(3_000);
    // What waited longest counted as come now; then the rest, as it really came.
    assertThat(passed(500, 0, 5 * second)).isEqualTo(500);
    assertThat(passed(1_000, 1_000_000, 4 * second)).isEqualTo(1_000);
    assertThat(passed(1_000, 1_000_000, 5 * second)).isEqualTo(1_000);
  }

  @Test
  void reportsHaveLimitsOfTheirOwn() {
    assertThat(passed(100_000, 0, 0)).isEqualTo(InboundLimit.BURST);
    assertThat(passedRtcp(10_000, 10)).isEqualTo(InboundLimit.RTCP_RATE);
  }

  @Test
  void reportsAreLimitedInBytesToo() {
    assertThat(passedRtcp(1_000, 1_250)).isEqualTo(InboundLimit.RTCP_BYTES / 1_250);
  }

  private long passedRtcp(int compounds, int bytes) {
    long passed = 0;
    for (int i = 0; i < compounds; i++) {
      passed += limit.passesRtcp(bytes, 0) ? 1 : 0;
    }
    return passed;
  }

  @Test
  void floodIsCutToTheRate() {
    long second = 1_000_000_000L;
    assertThat(passed(100_000, 10_000, -5 * second))
        .isBetween(
            InboundLimit.RATE + InboundLimit.BURST - 10,
            InboundLimit.RATE + InboundLimit.BURST + 10);
  }
}
