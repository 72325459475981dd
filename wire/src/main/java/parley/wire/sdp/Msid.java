package parley.wire.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A media stream identification (RFC 8830).
 *
 * @param stream the MediaStream's id, {@code -} for none
 * @param track the track's id; equal to the stream's when only one id is given
 */
public record Msid(String stream, String track) {

  static @Nullable Msid of(MediaSection section) {
    String own = section.value("msid");
    if (own != null) {
      return parse(own);
    }
    for (String ssrc : section.values("ssrc")) {
      int at = ssrc.indexOf(" msid:");
      if (at > 0) {
        return parse(ssrc.substring(at + 6));
      }
    }
    return null;
  }

  private static @Nullable Msid parse(String value) {
    List<String> words = Words.split(value);
    return words.isEmpty() ? null : new Msid(words.getFirst(), words.get(words.size() > 1 ? 1 : 0));
  }
}
