package parley.wire.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbsSendTimeTest {
  @Test
  void sixBitsOfSecondsAndEighteenOfFraction() {
    assertThat(AbsSendTime.of(0)).isZero();
    assertThat(AbsSendTime.of(1_000_000_000L)).isEqualTo(1 << 18);
    assertThat(AbsSendTime.of(500_000_000L)).isEqualTo(1 << 17);
    assertThat(AbsSendTime.of(64_250_000_000L)).isEqualTo(1 << 16);
    assertThat(AbsSendTime.of(63_999_999_999L)).isEqualTo(0xFFFFFF);
  }
}
