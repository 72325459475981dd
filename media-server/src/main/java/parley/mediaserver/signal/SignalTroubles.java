package parley.mediaserver.signal;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts {@link SignalTrouble} since the start. Safe for threads. */
public final class SignalTroubles {
  private final Map<SignalTrouble, LongAdder> counts = new EnumMap<>(SignalTrouble.class);

  /** All at zero. */
  public SignalTroubles() {
    for (SignalTrouble trouble : SignalTrouble.values()) {
      counts.put(trouble, new LongAdder());
    }
  }

  /** One more. */
  public void count(SignalTrouble trouble) {
    counts.getOrDefault(trouble, new LongAdder()).increment();
  }

  /** Label → how often; every one is there. */
  public Map<String, Long> counts() {
    Map<String, Long> now = new LinkedHashMap<>();
    counts.forEach((trouble, count) -> now.put(trouble.label(), count.sum()));
    return now;
  }
}
