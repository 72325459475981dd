package parley.wire.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RtpPacketTest {
  private final RtpPacket packet = new RtpPacket();

  private boolean wrap(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    ByteBuffer b = ByteBuffer.allocateDirect(bytes.length + 5);
    b.put(3, bytes);
    return packet.wrap(b, 3, bytes.length);
  }

  @Test
  void plainHeader() {
    assertThat(wrap("80 e0 12 34 01020304 cafebabe aabbcc")).isTrue();
    assertThat(packet.marker()).isTrue();
    assertThat(packet.payloadType()).isEqualTo(96);
    assertThat(packet.sequenceNumber()).isEqualTo(0x1234);
    assertThat(packet.timestamp()).isEqualTo(0x01020304);
    assertThat(packet.ssrc()).isEqualTo(0xcafebabe);
    assertThat(packet.payloadOffset()).isEqualTo(3 + 12);
    assertThat(packet.payloadLength()).isEqualTo(3);
    assertThat(packet.findExtension(1)).isEqualTo(-1);
  }

  @Test
  void contributorsAndPaddingAreNotPayload() {
    assertThat(wrap("a2 6f 0001 00000001 00000002 00000003 00000004 11 22 000003")).isTrue();
    assertThat(packet.payloadOffset()).isEqualTo(3 + 20);
    assertThat(packet.payloadLength()).isEqualTo(2);
    assertThat(packet.paddingLength()).isEqualTo(3);
  }

  @Test
  void oneByteExtensions() {
    // RFC 8285 §4.2: ids 1 and 3, a padding byte between them.
    assertThat(wrap("90 60 0001 00000001 00000002 bede 0002 10 aa 00 32 01 02 03 00 ff")).isTrue();
    int first = packet.findExtension(1);
    assertThat(packet.extensionLength(first)).isEqualTo(1);
    assertThat(packet.buffer().get(first)).isEqualTo((byte) 0xaa);
    int third = packet.findExtension(3);
    assertThat(packet.extensionLength(third)).isEqualTo(3);
    assertThat(packet.buffer().get(third + 2)).isEqualTo((byte) 3);
    assertThat(packet.findExtension(2)).isEqualTo(-1);
    assertThat(packet.payloadLength()).isEqualTo(1);
  }

  @Test
  void idFifteenEndsOneByteExtensions() {
    assertThat(wrap("90 60 0001 00000001 00000002 bede 0001 f0 aa 10 bb")).isTrue();
    assertThat(packet.findExtension(1)).isEqualTo(-1);
    assertThat(packet.findExtension(15)).isEqualTo(-1);
  }

  @Test
  void twoByteExtensions() {
    // RFC 8285 §4.3: an empty element, then one of two bytes.
    assertThat(wrap("90 60 0001 00000001 00000002 1000 0002 05 00 11 02 aa bb 00 00 ff")).isTrue();
    assertThat(packet.extensionLength(packet.findExtension(5))).isZero();
    int found = packet.findExtension(0x11);
    assertThat(packet.extensionLength(found)).isEqualTo(2);
    assertThat(packet.buffer().get(found + 1)).isEqualTo((byte) 0xbb);
  }

  @Test
  void brokenPacketsAreRefused() {
    assertThat(wrap("80 60 0001 00000001 000000")).isFalse();
    assertThat(wrap("40 60 0001 00000001 00000002")).isFalse();
    assertThat(wrap("82 60 0001 00000001 00000002 00000003")).isFalse();
    assertThat(wrap("90 60 0001 00000001 00000002 bede")).isFalse();
    assertThat(wrap("90 60 0001 00000001 00000002 bede 0001 00 00")).isFalse();
    assertThat(wrap("a0 60 0001 00000001 00000002 00 05")).isFalse();
    assertThat(wrap("a0 60 0001 00000001 00000002 00 00")).isFalse();
    assertThat(wrap("a0 60 0001 00000001 00000002")).isFalse();
  }

  @Test
  void elementBeyondTheBlockIsNotFound() {
    assertThat(wrap("90 60 0001 00000001 00000002 bede 0001 00 00 00 17")).isTrue();
    assertThat(packet.findExtension(1)).isEqualTo(-1);
    assertThat(wrap("90 60 0001 00000001 00000002 1000 0001 00 00 01 09")).isTrue();
    assertThat(packet.findExtension(1)).isEqualTo(-1);
  }

  @Test
  void writtenHeaderIsReadBack() {
    ByteBuffer b = ByteBuffer.allocateDirect(200);
    RtpHeader.write(b, 10, RtpHeader.markerAndType(true, 111), 65_535, -2, -3);
    ExtensionWriter writer = new ExtensionWriter();
    writer.begin(b, 10);
    writer.element(4, new byte[] {'7'});
    AbsSendTime.write(b, writer.element(2, AbsSendTime.SIZE), 0xabcdef);
    int payload = writer.end();
    assertThat(packet.wrap(b, 10, payload + 5 - 10)).isTrue();
    assertThat(packet.payloadOffset()).isEqualTo(payload);
    assertThat(packet.payloadLength()).isEqualTo(5);
    assertThat(packet.marker()).isTrue();
    assertThat(packet.payloadType()).isEqualTo(111);
    assertThat(packet.sequenceNumber()).isEqualTo(65_535);
    assertThat(b.get(packet.findExtension(4))).isEqualTo((byte) '7');
    assertThat(b.getInt(packet.findExtension(2) - 1) & 0xFFFFFF).isEqualTo(0xabcdef);
  }

  @Test
  void withoutElementsThereIsNoExtensionBlock() {
    ByteBuffer b = ByteBuffer.allocate(40);
    RtpHeader.write(b, 0, 96, 1, 2, 3);
    ExtensionWriter writer = new ExtensionWriter();
    writer.begin(b, 0);
    assertThat(writer.end()).isEqualTo(RtpPacket.FIXED_HEADER);
    assertThat(packet.wrap(b, 0, 12)).isTrue();
  }
}
