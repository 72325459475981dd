package parley.wire.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NtpTimeTest {
  @Test
  void epochIsSeventyYearsAfterNtpBegins() {
    assertThat(NtpTime.ofEpochNanos(0)).isEqualTo(0x83aa7e80_00000000L);
    assertThat(NtpTime.ofEpochNanos(500_000_000L)).isEqualTo(0x83aa7e80_80000000L);
    assertThat(NtpTime.middle(0x83aa7e80_80000000L)).isEqualTo(0x7e808000);
  }

  @Test
  void nanosComeBackWithinTheirPrecision() {
    long nanos = 1_800_000_123_456_789_012L;
    long back =
        NtpTime.toNanos(NtpTime.ofEpochNanos(nanos)) - NtpTime.toNanos(NtpTime.ofEpochNanos(0));
    assertThat(back).isBetween(nanos - 1, nanos);
  }
}
