package parley.sfu.receive;

import java.util.Locale;

/** Payload formats as far as we read into them. */
public enum Format {
  VP8,
  H264,
  AUDIO,
  /** Passed as it is; every packet is taken for one to begin with. */
  OPAQUE;

  /** Of a MIME type such as {@code video/VP8}. */
  public static Format ofMime(String mime) {
    String lower = mime.toLowerCase(Locale.ROOT);
    if (lower.startsWith("audio/")) {
      return AUDIO;
    }
    return switch (lower) {
      case "video/vp8" -> VP8;
      case "video/h264" -> H264;
      default -> OPAQUE;
    };
  }
}
