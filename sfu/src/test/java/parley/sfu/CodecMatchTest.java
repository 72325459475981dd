package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.sfu.packet.PayloadTypeMap;

class CodecMatchTest {
  private static RtpCodec codec(String mime, int type, int rtx, String fmtp) {
    return new RtpCodec(mime, type, rtx, 90_000, fmtp, Set.of());
  }

  @Test
  void codecsAreFoundByNameWhateverTheirNumbers() {
    PayloadTypeMap map =
        CodecMatch.map(
            List.of(codec("video/VP8", 96, 97, "")), List.of(codec("video/vp8", 120, 124, "")));
    assertThat(map.typeFor(96)).isEqualTo(120);
    assertThat(map.rtxTypeFor(120)).isEqualTo(124);
    assertThat(map.typeFor(98)).isEqualTo(-1);
  }

  @Test
  void h264IsMatchedByModeFirstThenByProfile() {
    List<RtpCodec> receiver =
        List.of(
            codec("video/H264", 102, -1, "packetization-mode=0;profile-level-id=42001f"),
            codec("video/H264", 104, -1, "packetization-mode=1;profile-level-id=64001f"),
            codec("video/H264", 106, -1, "packetization-mode=1; profile-level-id=42E034"));
    PayloadTypeMap map =
        CodecMatch.map(
            List.of(
                codec("video/H264", 1, -1, "profile-level-id=42e01f;packetization-mode=1"),
                codec("video/H264", 2, -1, ""),
                codec("video/H264", 3, -1, "profile-level-id=4d001f;packetization-mode=1")),
            receiver);
    assertThat(map.typeFor(1)).isEqualTo(106);
    assertThat(map.typeFor(2)).isEqualTo(102);
    assertThat(map.typeFor(3)).isEqualTo(104);
  }
}
