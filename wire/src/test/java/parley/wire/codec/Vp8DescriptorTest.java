package parley.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Vp8DescriptorTest {
  private final Vp8Descriptor vp8 = new Vp8Descriptor();
  private int length;

  private boolean wrap(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    length = bytes.length;
    return vp8.wrap(ByteBuffer.wrap(bytes), 0, length);
  }

  @Test
  void shortestDescriptor() {
    assertThat(wrap("10 00")).isTrue();
    assertThat(vp8.size()).isEqualTo(1);
    assertThat(vp8.startOfFrame()).isTrue();
    assertThat(vp8.keyframe(0, length)).isTrue();
    assertThat(vp8.hasPictureId()).isFalse();
    assertThat(vp8.hasTl0PicIdx()).isFalse();
  }

  @Test
  void everythingThere() {
    assertThat(wrap("90 f0 9234 56 6f 01")).isTrue();
    assertThat(vp8.size()).isEqualTo(6);
    assertThat(vp8.longPictureId()).isTrue();
    assertThat(vp8.pictureId()).isEqualTo(0x1234);
    assertThat(vp8.tl0PicIdx()).isEqualTo(0x56);
    assertThat(vp8.temporalLayer()).isEqualTo(1);
    assertThat(vp8.keyframe(0, length)).isFalse();
  }

  @Test
  void sevenBitPictureId() {
    assertThat(wrap("90 80 12 00")).isTrue();
    assertThat(vp8.size()).isEqualTo(3);
    assertThat(vp8.longPictureId()).isFalse();
    assertThat(vp8.pictureId()).isEqualTo(0x12);
  }

  @Test
  void onlyTheFirstPacketOfTheFirstPartitionBegins() {
    assertThat(wrap("00 00")).isTrue();
    assertThat(vp8.keyframe(0, length)).isFalse();
    assertThat(wrap("11 00")).isTrue();
    assertThat(vp8.keyframe(0, length)).isFalse();
  }

  @Test
  void cutOffDescriptorsAreRefused() {
    for (String hex : new String[] {"", "90", "90 80", "90 80 92", "90 40", "90 f0 9234 56"}) {
      assertThat(wrap(hex)).as(hex).isFalse();
    }
    assertThat(wrap("10")).isTrue();
    assertThat(vp8.keyframe(0, 1)).isFalse();
  }

  @Test
  void writesPictureIdsInTheirOwnLength() {
    ByteBuffer b = ByteBuffer.allocate(3);
    Vp8Descriptor.writePictureId(b, 0, true, 0x7FFF);
    Vp8Descriptor.writePictureId(b, 2, false, 0x85);
    assertThat(HexFormat.of().formatHex(b.array())).isEqualTo("ffff05");
  }
}
