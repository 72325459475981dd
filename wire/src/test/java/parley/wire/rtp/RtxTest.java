package parley.wire.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RtxTest {
  private final RtpPacket packet = new RtpPacket();

  private ByteBuffer wrap(String hex) {
    ByteBuffer b = ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    assertThat(packet.wrap(b, 0, b.limit())).isTrue();
    return b;
  }

  @Test
  void retransmissionBecomesTheOriginal() {
    ByteBuffer b = wrap("b0 e1 0009 00000001 00000002 bede 0001 10 aa 0000 1234 010203 000003");
    assertThat(Rtx.originalSequenceNumber(packet)).isEqualTo(0x1234);
    assertThat(Rtx.unwrap(packet, 0x77, 96)).isTrue();
    byte[] original = new byte[packet.length()];
    b.get(packet.offset(), original);
    assertThat(HexFormat.of().formatHex(original))
        .isEqualTo("90e012340000000100000077bede000110aa0000010203");
  }

  @Test
  void paddingHasNoOriginal() {
    wrap("a0 61 0009 00000001 00000002 000003");
    assertThat(Rtx.carriesOriginal(packet)).isFalse();
    assertThat(Rtx.unwrap(packet, 0x77, 96)).isFalse();
  }
}
