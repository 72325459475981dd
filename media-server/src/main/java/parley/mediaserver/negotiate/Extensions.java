package parley.mediaserver.negotiate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.wire.sdp.HeaderExtension;
import parley.wire.sdp.MediaSection;

/**
 * The header extensions we use, of those a section offers, with the ids of the offer. Every section
 * of a kind agrees on the same ones, whatever it is used for: Chromium offers in new sections only
 * what was agreed in earlier ones, and a simulcast section without RID breaks its own offer.
 */
final class Extensions {
  private static final Set<String> SOUND = Set.of(HeaderExtension.MID, HeaderExtension.AUDIO_LEVEL);
  private static final Set<String> PICTURE =
      Set.of(
          HeaderExtension.MID,
          HeaderExtension.RID,
          HeaderExtension.REPAIRED_RID,
          HeaderExtension.TRANSPORT_WIDE_CC,
          HeaderExtension.ABS_SEND_TIME);

  private Extensions() {}

  static List<HeaderExtension> agreed(MediaSection section) {
    Set<String> used = section.kind().equals("audio") ? SOUND : PICTURE;
    return section.extensions().stream().filter(one -> used.contains(one.uri())).toList();
  }

  static Map<String, Integer> byUri(List<HeaderExtension> extensions) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    extensions.forEach(extension -> ids.putIfAbsent(extension.uri(), extension.id()));
    return ids;
  }
}
