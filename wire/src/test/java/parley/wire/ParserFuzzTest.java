package parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import parley.wire.codec.H264;
import parley.wire.codec.Vp8Descriptor;
import parley.wire.rtcp.ReportBlock;
import parley.wire.rtcp.RtcpListener;
import parley.wire.rtcp.RtcpReader;
import parley.wire.rtcp.TwccReader;
import parley.wire.rtp.RtpPacket;
import parley.wire.rtp.Rtx;

/**
 * Random and mutated bytes: no parser throws, reads outside of the packet, or runs on. More with
 * {@code -Dparley.fuzz.executions=100000000}.
 */
class ParserFuzzTest {
  private static final int EXECUTIONS = Integer.getInteger("parley.fuzz.executions", 100_000);
  private static final int ROOM = 300;

  private final SplittableRandom random = new SplittableRandom(42);

  /** One packet at a time, in a buffer that ends where it ends: reading on throws. */
  private interface Parser {
    void parse(ByteBuffer b, int offset, int length);
  }

  private void fuzz(List<String> seeds, Parser parser) {
    for (int i = 0; i < EXECUTIONS; i++) {
      byte[] bytes = input(seeds);
      int offset = random.nextInt(8);
      ByteBuffer b = ByteBuffer.allocate(offset + bytes.length).put(offset, bytes);
      try {
        parser.parse(b, offset, bytes.length);
      } catch (RuntimeException e) {
        throw new AssertionError("execution " + i + ": " + HexFormat.of().formatHex(bytes), e);
      }
    }
  }

  private byte[] input(List<String> seeds) {
    if (random.nextInt(4) == 0) {
      byte[] bytes = new byte[random.nextInt(ROOM)];
      random.nextBytes(bytes);
      return bytes;
    }
    String seed = seeds.get(random.nextInt(seeds.size())).replace(" ", "");
    byte[] whole = HexFormat.of().parseHex(seed);
    int length = random.nextInt(3) == 0 ? random.nextInt(whole.length + 1) : whole.length;
    byte[] bytes = Arrays.copyOf(whole, length);
    for (int i = random.nextInt(4); i > 0 && length > 0; i--) {
      bytes[random.nextInt(length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  @Test
  void rtp() {
    RtpPacket packet = new RtpPacket();
    fuzz(
        List.of(
            "90e0123401020304cafebabe bede0002 10aa0032 01020300 000102030405",
            "b0e0123401020304cafebabe 10000002 05001102 aabb0000 1234 0102030003",
            "a26f0001000000010000000200000003000000041122000003"),
        (b, offset, length) -> {
          if (packet.wrap(b, offset, length)) {
            for (int id = 0; id < 20; id++) {
              int at = packet.findExtension(id);
              if (at >= 0) {
                int end = at + packet.extensionLength(at);
                assertThat(end <= packet.payloadOffset()).isTrue();
              }
            }
            assertThat(packet.payloadLength()).isNotNegative();
            Rtx.unwrap(packet, 1, 96);
          }
        });
  }

  @Test
  void rtcp() {
    RtcpReader reader = new RtcpReader();
    TwccReader twcc = new TwccReader();
    RtcpListener listener =
        new RtcpListener() {
          @Override
          public void transportFeedback(ByteBuffer bytes, int offset, int length) {
            walk(twcc, bytes, offset, length);
          }

          @Override
          public void reportBlock(int reporter, ReportBlock block) {
            block.delaySinceLastSenderReport();
          }
        };
    fuzz(
        List.of(
            "81c8000c 00000001 83aa7e80 80000000 00000010 00000002 00000003 00000009 40fffffe"
                + " 0001ffff 00000007 12345678 00010000 81ca0003 00000001 01026162 00000000",
            "81cd0004 00000001 00000002 00ab8001 fffe0000 81cb0001 00000001",
            "84ce0004 00000001 00000000 00000003 07000000",
            "8fce0005 00000001 00000000 52454d42 011a20df 4874ed16",
            "afcd0005fa17fa1743032fa0009900013de8021720019401"),
        (b, offset, length) -> reader.read(b, offset, length, listener));
  }

  @Test
  void twcc() {
    TwccReader reader = new TwccReader();
    fuzz(
        List.of(
            "afcd0005fa17fa1743032fa0009900013de8021720019401",
            "8fcd000700000001000000020001001400000101d5559555400501020304050607080900"),
        (b, offset, length) -> walk(reader, b, offset, length));
  }

  private static void walk(TwccReader reader, ByteBuffer b, int offset, int length) {
    if (reader.wrap(b, offset, length)) {
      int packets = 0;
      while (reader.next()) {
        packets++;
      }
      assertThat(packets).isLessThanOrEqualTo(0xFFFF);
    }
  }

  @Test
  void vp8() {
    Vp8Descriptor descriptor = new Vp8Descriptor();
    fuzz(
        List.of("90f09234566f01", "90801200", "1000"),
        (b, offset, length) -> {
          if (descriptor.wrap(b, offset, length)) {
            descriptor.keyframe(offset, length);
            descriptor.temporalLayer();
            if (descriptor.hasPictureId()) {
              descriptor.pictureId();
            }
            if (descriptor.hasTl0PicIdx()) {
              descriptor.tl0PicIdx();
            }
          }
        });
  }

  @Test
  void h264() {
    fuzz(List.of("78000268aa00036742e0", "7c8700", "6742e01f"), H264::keyframe);
  }
}
