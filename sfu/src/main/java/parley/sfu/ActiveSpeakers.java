package parley.sfu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.sfu.receive.AudioLevelMeter;

/**
 * Who speaks in a room and how loudly: closes a window for everybody every 400 ms and finds what
 * changed.
 */
final class ActiveSpeakers {
  private static final Comparator<SpeakerLevel> LOUDEST_FIRST =
      Comparator.comparingDouble(SpeakerLevel::level).reversed();

  private final Map<String, Float> told = new HashMap<>();
  private final Floor floor = new Floor();

  /** The changes since the last call; who left is not among them. */
  List<SpeakerLevel> closeWindow(Map<String, AudioLevelMeter> meters) {
    List<SpeakerLevel> changes = new ArrayList<>();
    Map<String, Float> levels = LinkedHashMap.newLinkedHashMap(meters.size());
    meters.forEach((sid, meter) -> {
      meter.closeWindow();
      levels.put(sid, meter.level());
    });
    floor.share(levels);
    levels.forEach((sid, shared) -> {
      float level = shared;
      if (level != told.getOrDefault(sid, 0f)) {
        changes.add(new SpeakerLevel(sid, level, level > 0));
        told.put(sid, level);
      }
    });
    forgetOthers(meters.keySet());
    changes.sort(LOUDEST_FIRST);
    return changes;
  }

  private void forgetOthers(Set<String> present) {
    told.keySet().retainAll(present);
  }
}
