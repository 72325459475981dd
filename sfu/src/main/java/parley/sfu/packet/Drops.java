package parley.sfu.packet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often each {@link DropReason} happened. Any thread may count and read. */
public final class Drops {
  private final LongAdder[] counts = new LongAdder[DropReason.values().length];

  /** All zero. */
  public Drops() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  /** One more. */
  public void count(DropReason reason) {
    counts[reason.ordinal()].increment();
  }

  /** So many more. */
  public void count(DropReason reason, long packets) {
    counts[reason.ordinal()].add(packets);
  }

  /** The packets dropped for this reason so far. */
  public long of(DropReason reason) {
    return counts[reason.ordinal()].sum();
  }

  /** The reasons that happened, with their counts. */
  public Map<DropReason, Long> snapshot() {
    Map<DropReason, Long> seen = new EnumMap<>(DropReason.class);
    for (DropReason reason : DropReason.values()) {
      long count = of(reason);
      if (count > 0) {
        seen.put(reason, count);
      }
    }
    return Collections.unmodifiableMap(seen);
  }
}
