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
  void floodIsCutToTheRate() {
    long second = 1_000_000_000L;
    assertThat(passed(100_000, 10_000, -5 * second))
        .isBetween(
            InboundLimit.RATE + InboundLimit.BURST - 10,
            InboundLimit.RATE + InboundLimit.BURST + 10);
  }
}
