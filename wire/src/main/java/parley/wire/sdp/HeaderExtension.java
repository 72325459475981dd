package parley.wire.sdp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RTP header extension mapping (RFC 8285 §8).
 *
 * @param id 1–14 in the one-byte form, up to 255 in the two-byte form
 * @param uri what it carries
 */
public record HeaderExtension(int id, String uri) {
  public static final String MID = "urn:ietf:params:rtp-hdrext:sdes:mid";
  public static final String RID = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id";
  public static final String REPAIRED_RID =
      "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id";
  public static final String AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";
  public static final String ABS_SEND_TIME =
      "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time";
  public static final String TRANSPORT_WIDE_CC =
      "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";

  static List<HeaderExtension> of(MediaSection section) {
    List<HeaderExtension> found = new ArrayList<>();
    for (String value : section.values("extmap")) {
      HeaderExtension extension = parse(value);
      if (extension != null) {
        found.add(extension);
      }
    }
    return found;
  }

  private static @Nullable HeaderExtension parse(String value) {
    List<String> words = Words.split(value);
    if (words.size() < 2) {
      return null;
    }
    String first = words.getFirst();
    int slash = first.indexOf('/');
    long id = Words.number(slash < 0 ? first : first.substring(0, slash), 255);
    return id < 1 ? null : new HeaderExtension((int) id, words.get(1));
  }
}
