package parley.sfu;

import java.util.Map;

/**
 * Counters since the start.
 *
 * @param drops name of a drop reason → packets that ended there
 */
public record SfuStats(long packetsReceived, long packetsSent, Map<String, Long> drops) {
  public SfuStats {
    drops = Map.copyOf(drops);
  }
}
