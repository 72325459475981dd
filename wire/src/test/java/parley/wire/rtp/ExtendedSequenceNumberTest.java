package parley.wire.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExtendedSequenceNumberTest {
  private final ExtendedSequenceNumber sequence = new ExtendedSequenceNumber();

  @Test
  void cyclesForwardAndBack() {
    assertThat(sequence.extend(65_534)).isEqualTo(0x1FFFE);
    assertThat(sequence.extend(1)).isEqualTo(0x20001);
    assertThat(sequence.extend(65_535)).isEqualTo(0x1FFFF);
    assertThat(sequence.highest()).isEqualTo(0x20001);
  }

  @Test
  void earlierThanTheFirstStaysPositive() {
    assertThat(sequence.extend(0)).isEqualTo(0x10000);
    assertThat(sequence.extend(65_535)).isEqualTo(0xFFFF);
  }

  @Test
  void lookingDoesNotCount() {
    sequence.extend(10);
    assertThat(sequence.peek(20)).isEqualTo(0x10014);
    assertThat(sequence.highest()).isEqualTo(0x1000A);
  }
}
