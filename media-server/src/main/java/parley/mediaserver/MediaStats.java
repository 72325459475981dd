package parley.mediaserver;

import java.util.List;
import java.util.Map;
import parley.sfu.SfuStats;

/**
 * Counters since the start.
 *
 * @param rooms how many there are now
 * @param drops name of a drop reason → packets that ended there; every reason is there
 */
public record MediaStats(
    int rooms, long packetsReceived, long packetsSent, Map<String, Long> drops) {
  public MediaStats {
    drops = Map.copyOf(drops);
  }

  /** Every name that can stand in {@link #drops}. */
  public static List<String> dropReasons() {
    return SfuStats.dropReasons();
  }
}
