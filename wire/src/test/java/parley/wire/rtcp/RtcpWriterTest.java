package parley.wire.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RtcpWriterTest {
  private final RtcpWriter writer = new RtcpWriter(100);

  @BeforeEach
  void clear() {
    writer.clear();
  }

  private String written() {
    ByteBuffer b = writer.compound();
    byte[] bytes = new byte[b.remaining()];
    b.get(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String hex(String spaced) {
    return spaced.replace(" ", "");
  }

  @Test
  void senderReportWithBlockAndName() {
    assertThat(writer.senderReport(1, 0x83aa7e8080000000L, 16, 2, 3)).isTrue();
    assertThat(writer.reportBlock(9, 64, -2, 0x1ffff, 7, 0x12345678, 65_536)).isTrue();
    assertThat(writer.cname(1, "ab")).isTrue();
    assertThat(written())
        .isEqualTo(
            hex(
                "81c8000c 00000001 83aa7e80 80000000 00000010 00000002 00000003"
                    + " 00000009 40fffffe 0001ffff 00000007 12345678 00010000"
                    + " 81ca0003 00000001 01026162 00000000"));
  }

  @Test
  void nackWithEntries() {
    writer.nack(1, 2);
    writer.nackEntry(171, 0x8001);
    writer.nackEntry(65_534, 0);
    assertThat(written()).isEqualTo(hex("81cd0004 00000001 00000002 00ab8001 fffe0000"));
  }

  @Test
  void keyframeRequests() {
    writer.pictureLoss(1, 2);
    writer.fullIntraRequest(1, 3, 7);
    assertThat(written())
        .isEqualTo(hex("81ce0002 00000001 00000002 84ce0004 00000001 00000000 00000003 07000000"));
  }

  @Test
  void receiverEstimate() {
    writer.receiverEstimate(1, 8_927_168, 0x4874ed16);
    assertThat(written()).isEqualTo(hex("8fce0005 00000001 00000000 52454d42 011a20df 4874ed16"));
  }

  @Test
  void cumulativeLossStaysInTwentyFourBits() {
    writer.receiverReport(1);
    writer.reportBlock(2, 0, 1L << 40, 0, 0, 0, 0);
    assertThat(written()).contains("007fffff");
  }

  @Test
  void whatDoesNotFitIsLeftOut() {
    RtcpWriter small = new RtcpWriter(20);
    small.clear();
    assertThat(small.senderReport(1, 2, 3, 4, 5)).isFalse();
    assertThat(small.nack(1, 2)).isTrue();
    assertThat(small.nackEntry(1, 0)).isTrue();
    assertThat(small.nackEntry(2, 0)).isTrue();
    assertThat(small.nackEntry(3, 0)).isFalse();
    assertThat(small.compound().remaining()).isEqualTo(20);
  }

  @Test
  void thirtyOneBlocksAtMost() {
    RtcpWriter large = new RtcpWriter(2000);
    large.clear();
    assertThat(large.reportBlock(1, 0, 0, 0, 0, 0, 0)).isFalse();
    large.receiverReport(1);
    for (int i = 0; i < 31; i++) {
      assertThat(large.reportBlock(i, 0, 0, 0, 0, 0, 0)).isTrue();
    }
    assertThat(large.reportBlock(31, 0, 0, 0, 0, 0, 0)).isFalse();
  }

  @Test
  void aCompoundMayBeLongerThanTheOneBefore() {
    RtcpWriter growing = new RtcpWriter(100);
    growing.clear();
    growing.receiverReport(1);
    assertThat(growing.compound().remaining()).isEqualTo(8);
    growing.clear();
    assertThat(growing.senderReport(1, 2, 3, 4, 5)).isTrue();
    assertThat(growing.compound().remaining()).isEqualTo(28);
  }
}
