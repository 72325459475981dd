package parley.mediaserver;

import java.util.List;
import java.util.Map;
import parley.mediaserver.signal.SignalTrouble;
import parley.sfu.SfuStats;

/**
 * Counters since the start.
 *
 * @param rooms how many there are now
 * @param drops name of a drop reason → packets that ended there; every reason is there
 * @param signalTroubles what went wrong with a signal → how often; every kind is there
 */
public record MediaStats(
    int rooms,
    long packetsReceived,
    long packetsSent,
    Map<String, Long> drops,
    Map<String, Long> signalTroubles) {
  public MediaStats {
    drops = Map.copyOf(drops);
    signalTroubles = Map.copyOf(signalTroubles);
  }

  /** Every name that can stand in {@link #signalTroubles}. */
  public static List<String> troubleNames() {
    return SignalTrouble.names();
  }

  /** Every name that can stand in {@link #drops}. */
  public static List<String> dropReasons() {
    return SfuStats.dropReasons();
  }
}
