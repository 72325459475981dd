package parley.sfu;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import parley.sfu.packet.DropReason;

/**
 * Counters since the start.
 *
 * @param drops name of a drop reason → packets that ended there
 */
public record SfuStats(long packetsReceived, long packetsSent, Map<String, Long> drops) {
  public SfuStats {
    drops = Map.copyOf(drops);
  }

  /** Every name that can stand in {@link #drops}. */
  public static List<String> dropReasons() {
    return Arrays.stream(DropReason.values()).map(DropReason::name).toList();
  }
}
