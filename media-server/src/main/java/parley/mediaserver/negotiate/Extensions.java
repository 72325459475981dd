package parley.mediaserver.negotiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.wire.sdp.HeaderExtension;
import parley.wire.sdp.MediaSection;

/** The header extensions we use, of those a section offers, with the ids of the offer. */
final class Extensions {
  private static final Set<String> FROM_PUBLISHER =
      Set.of(HeaderExtension.MID, HeaderExtension.AUDIO_LEVEL, HeaderExtension.TRANSPORT_WIDE_CC);
  private static final Set<String> OF_SIMULCAST =
      Set.of(HeaderExtension.RID, HeaderExtension.REPAIRED_RID);
  private static final Set<String> TO_SUBSCRIBER =
      Set.of(HeaderExtension.MID, HeaderExtension.AUDIO_LEVEL, HeaderExtension.ABS_SEND_TIME);

  private Extensions() {}

  /** Transport-wide feedback is asked for on video alone: sound does not adapt. */
  static List<HeaderExtension> fromPublisher(MediaSection section, boolean simulcast) {
    List<HeaderExtension> chosen = new ArrayList<>();
    for (HeaderExtension offered : section.extensions()) {
      boolean wanted =
          FROM_PUBLISHER.contains(offered.uri())
              || simulcast && OF_SIMULCAST.contains(offered.uri());
      boolean soundFeedback =
          section.kind().equals("audio") && offered.uri().equals(HeaderExtension.TRANSPORT_WIDE_CC);
      if (wanted && !soundFeedback) {
        chosen.add(offered);
      }
    }
    return chosen;
  }

  static List<HeaderExtension> toSubscriber(MediaSection section) {
    return section.extensions().stream()
        .filter(offered -> TO_SUBSCRIBER.contains(offered.uri()))
        .toList();
  }

  static Map<String, Integer> byUri(List<HeaderExtension> extensions) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    extensions.forEach(extension -> ids.putIfAbsent(extension.uri(), extension.id()));
    return ids;
  }
}
