package parley.bench.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClipTest {
  @Test
  void aVideoClipBeginsWithAKeyframeOfItsSize() {
    VideoClip clip = VideoClip.named("busy-f");
    byte[] first = clip.frames().getFirst();
    assertThat(clip.width()).isEqualTo(1280);
    assertThat(clip.framesPerSecond()).isEqualTo(30);
    assertThat(clip.frames()).hasSize(120);
    // RFC 6386, section 9.1: a clear lowest bit is a keyframe, then the start code and the width.
    assertThat(first[0] & 1).isZero();
    assertThat(first[3]).isEqualTo((byte) 0x9d);
    assertThat((first[6] & 0xff) | (first[7] & 0x3f) << 8).isEqualTo(1280);
  }

  @Test
  void theVoiceIsOpusOfTwentyMilliseconds() {
    List<byte[]> packets = VoiceClip.voice().packets();
    assertThat(packets).hasSizeGreaterThan(100);
    assertThat(packets).allSatisfy(packet -> assertThat(packet).hasSizeBetween(1, 400));
  }

  @Test
  void payloadsOfAFrameShareAPictureIdAndJoinToTheFrame() {
    Vp8Packetizer packetizer = new Vp8Packetizer(0x7fff);
    byte[] frame = VideoClip.named("busy-f").frames().getFirst();
    List<byte[]> payloads = packetizer.payloads(frame);
    assertThat(payloads.stream().mapToInt(payload -> payload.length - 4).sum())
        .isEqualTo(frame.length);
    assertThat(payloads.getFirst()[0]).isEqualTo((byte) 0x90);
    assertThat(payloads.getLast()[0]).isEqualTo((byte) 0x80);
    assertThat(payloads)
        .allSatisfy(payload -> assertThat(payload[2] & payload[3]).isEqualTo(0xffffffff));
    assertThat(packetizer.payloads(frame).getFirst()[3]).isZero();
  }
}
