package parley.sfu.receive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceiveStatsTest {
  private static final long MILLI = 1_000_000L;

  private final ReceiveStats stats = new ReceiveStats();

  private void packet(long number, int timestamp, long millis) {
    stats.received(number, timestamp, 100, millis * MILLI, 90_000);
  }

  @Test
  void lossIsCountedByIntervals() {
    packet(0x10000, 0, 0);
    packet(0x10003, 0, 0);
    assertThat(stats.lost()).isEqualTo(2);
    assertThat(stats.takeFractionLost()).isEqualTo(128);
    packet(0x10004, 0, 0);
    packet(0x10005, 0, 0);
    assertThat(stats.takeFractionLost()).isZero();
    assertThat(stats.highest()).isEqualTo(5);
  }

  @Test
  void whatComesByRtxWasLostAllTheSame() {
    packet(0x10000, 0, 0);
    packet(0x10002, 0, 0);
    stats.recovered(100);
    assertThat(stats.lost()).isEqualTo(1);
    assertThat(stats.retransmitted()).isEqualTo(1);
  }

  @Test
  void evenSpacingHasNoJitter() {
    for (int i = 0; i < 100; i++) {
      packet(0x10000 + i, i * 900, i * 10);
    }
    assertThat(stats.jitter()).isZero();
  }

  @Test
  void jitterFollowsRfc3550() {
    // Each packet 10 ms early or late in turns: |D| = 20 ms = 1800 ticks.
    for (int i = 0; i < 1000; i++) {
      packet(0x10000 + i, i * 9000, i * 100 + (i % 2 == 0 ? 10 : -10));
    }
    assertThat(stats.jitter()).isBetween(1780L, 1800L);
    assertThat(stats.jitterNanos()).isBetween(19 * MILLI, 20 * MILLI);
  }

  @Test
  void delaySinceTheLastSenderReport() {
    assertThat(stats.delaySinceLastSenderReport(5)).isZero();
    stats.senderReported(0x1111_2222_3333_4444L, 1_000 * MILLI);
    assertThat(stats.lastSenderReport()).isEqualTo(0x2222_3333);
    assertThat(stats.delaySinceLastSenderReport(1_500 * MILLI)).isEqualTo(32_768);
  }
}
