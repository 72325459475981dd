package parley.mediaserver.signal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The rate of each identity in each room. It outlives a socket: whoever is cut off for a flood does
 * not begin anew by coming back. Safe for threads.
 */
public final class SignalRates {
  private static final long SWEEP_NANOS = 10_000_000_000L;

  private record Key(String room, String identity) {}

  private final Map<Key, SignalRate> rates = new HashMap<>();
  private final LongSupplier nanoClock;
  private long sweptAt;

  public SignalRates(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.sweptAt = nanoClock.getAsLong();
  }

  /** The rate of this identity in this room. */
  public synchronized SignalRate of(String room, String identity) {
    long now = nanoClock.getAsLong();
    if (now - sweptAt > SWEEP_NANOS) {
      sweptAt = now;
      rates.values().removeIf(SignalRate::rested);
    }
    return rates.computeIfAbsent(new Key(room, identity), key -> new SignalRate(nanoClock));
  }
}
