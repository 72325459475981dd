package parley.sfu;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.wire.rtp.HeaderExtensions;

/** What the test clients have negotiated. */
final class Sdp {
  static final int VP8 = 96;
  static final int VP8_RTX = 97;
  static final int OPUS = 111;
  static final int MID_ID = 4;
  static final int RID_ID = 10;
  static final int REPAIRED_ID = 11;
  static final int TWCC_ID = 3;
  static final int LEVEL_ID = 1;
  static final int SEND_TIME_ID = 2;

  static final RtpCodec VP8_CODEC =
      new RtpCodec(
          "video/VP8", VP8, VP8_RTX, 90_000, "", Set.of("nack", "nack pli", "transport-cc"));
  static final RtpCodec OPUS_CODEC =
      new RtpCodec("audio/opus", OPUS, -1, 48_000, "", Set.of("nack"));
  static final Map<String, Integer> EXTENSIONS =
      Map.of(
          HeaderExtensions.MID, MID_ID,
          HeaderExtensions.RID, RID_ID,
          HeaderExtensions.REPAIRED_RID, REPAIRED_ID,
          HeaderExtensions.TRANSPORT_CC, TWCC_ID,
          HeaderExtensions.AUDIO_LEVEL, LEVEL_ID,
          HeaderExtensions.ABS_SEND_TIME, SEND_TIME_ID);
  static final RtpParameters PARAMETERS =
      new RtpParameters(List.of(VP8_CODEC, OPUS_CODEC), EXTENSIONS);

  // A receiver with other numbers than the sender.
  static final int THEIR_VP8 = 120;
  static final int THEIR_RTX = 124;
  static final int THEIR_OPUS = 109;

  static SubscribeSpec receiverVideo(int ssrc, int rtxSsrc) {
    RtpCodec codec =
        new RtpCodec(
            "video/vp8", THEIR_VP8, rtxSsrc == 0 ? -1 : THEIR_RTX, 90_000, "", Set.of("nack"));
    return new SubscribeSpec(
        "7",
        ssrc,
        rtxSsrc,
        List.of(codec),
        Map.of(HeaderExtensions.MID, 3, HeaderExtensions.ABS_SEND_TIME, 5));
  }

  static SubscribeSpec receiverAudio(int ssrc) {
    RtpCodec codec = new RtpCodec("audio/opus", THEIR_OPUS, -1, 48_000, "", Set.of("nack"));
    return new SubscribeSpec("8", ssrc, 0, List.of(codec), Map.of(HeaderExtensions.MID, 3));
  }

  private Sdp() {}
}
