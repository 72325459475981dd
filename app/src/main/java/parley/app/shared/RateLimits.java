package parley.app.shared;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Counts what one address, account or participant does, and refuses what is too much. Kept in
 * memory: a limit is a brake, not a truth.
 */
@Component
public class RateLimits {
  /**
   * How much more a site may do than one of its networks. One person is given a /64 by most and has
   * a /48 for the asking (RFC 6177 §2), which is 65,536 of them; a school or a company behind a /48
   * of its own is seldom spread over more than a few.
   */
  static final int SITE = 4;

  private static final int SWEEP_ABOVE = 50_000;
  private static final long SWEEP_EVERY_NANOS = 1_000_000_000;

  private final LimitSettings settings;
  private final TimeMeter time;
  private final ConcurrentHashMap<Key, Bucket> buckets = new ConcurrentHashMap<>();
  private final AtomicLong lastSweep = new AtomicLong();

  private record Key(Rate rate, String kind, String who) {}

  /**
   * @param time never goes back, whatever is done to the clock
   */
  public RateLimits(LimitSettings settings, Ticker time) {
    this.settings = settings;
    this.time = new TickerMeter(time);
  }

  /**
   * Counts one.
   *
   * @param kind what is counted: a word that keeps two limits of the same rate apart
   * @param limit which limit, such as {@code LimitSettings::join}
   * @param who whose; see {@link ClientAddress#limitKey}
   * @throws Refusal 429 {@code too_many_requests} when there were too many
   */
  public void count(String kind, Function<LimitSettings, Rate> limit, String who) {
    ConsumptionProbe probe = bucket(kind, limit, who).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Refusal.tooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /**
   * Counts one of an address, and of all addresses of its site together, of which there may be
   * {@link #SITE} times as many.
   *
   * @throws Refusal 429 {@code too_many_requests} when there were too many of either
   */
  public void count(String kind, Function<LimitSettings, Rate> limit, ClientAddress address) {
    count(kind, limit, address.limitKey());
    address.site().ifPresent(site -> count(kind, ofSite(limit), site));
  }

  /** Counts one; false when there were too many, for what is to be left out without a word. */
  public boolean allows(String kind, Function<LimitSettings, Rate> limit, String who) {
    return bucket(kind, limit, who).tryConsume(1);
  }

  /** Refuses if the next {@link #count} would be refused, counting nothing. */
  public void check(String kind, Function<LimitSettings, Rate> limit, String who) {
    var estimate = bucket(kind, limit, who).estimateAbilityToConsume(1);
    if (!estimate.canBeConsumed()) {
      throw Refusal.tooManyRequests(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }
  }

  /** The same for an address and its site. */
  public void check(String kind, Function<LimitSettings, Rate> limit, ClientAddress address) {
    check(kind, limit, address.limitKey());
    address.site().ifPresent(site -> check(kind, ofSite(limit), site));
  }

  /** Forgets what was counted, for example wrong passwords once the right one came. */
  public void forget(String kind, Function<LimitSettings, Rate> limit, String who) {
    buckets.remove(key(kind, limit, who));
  }

  /** Takes one count back, for something that turned out to be no abuse. */
  public void giveBack(String kind, Function<LimitSettings, Rate> limit, String who) {
    bucket(kind, limit, who).addTokens(1);
  }

  /** Takes one count back from an address and its site. */
  public void giveBack(String kind, Function<LimitSettings, Rate> limit, ClientAddress address) {
    giveBack(kind, limit, address.limitKey());
    address.site().ifPresent(site -> giveBack(kind, ofSite(limit), site));
  }

  private static Function<LimitSettings, Rate> ofSite(Function<LimitSettings, Rate> limit) {
    return settings -> limit.apply(settings).times(SITE);
  }

  private Key key(String kind, Function<LimitSettings, Rate> limit, String who) {
    return new Key(limit.apply(settings).times(settings.scale()), kind, who);
  }

  private Bucket bucket(String kind, Function<LimitSettings, Rate> limit, String who) {
    if (buckets.size() > SWEEP_ABOVE) {
      sweep();
    }
    return buckets.computeIfAbsent(key(kind, limit, who), this::fresh);
  }

  // At most once a second: whoever fills the map must not make everybody else clear it.
  private void sweep() {
    long last = lastSweep.get();
    long now = time.currentTimeNanos();
    if (now - last < SWEEP_EVERY_NANOS || !lastSweep.compareAndSet(last, now)) {
      return;
    }
    // A full bucket says nothing that a new one would not.
    buckets
        .entrySet()
        .removeIf(entry -> entry.getValue().getAvailableTokens() >= entry.getKey().rate().count());
  }

  private Bucket fresh(Key key) {
    Rate rate = key.rate();
    Bandwidth bandwidth =
        Bandwidth.builder()
            .capacity(rate.count())
            .refillGreedy(rate.count(), rate.period())
            .build();
    return Bucket.builder().withCustomTimePrecision(time).addLimit(bandwidth).build();
  }

  private record TickerMeter(Ticker ticker) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ticker.nanos();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
