package parley.mediaserver.room;

import java.time.Instant;
import parley.sfu.Quality;

/** When a participant came, when it was last heard, and how it is. Times on the room's clock. */
final class Vitals {
  private static final long NEVER = Long.MIN_VALUE;

  private final Instant joinedAt;
  private final long joinedNanos;
  private long signalNanos;
  private long mediaClosedNanos = NEVER;
  private long tokenNanos;
  private Instant signalLostAt = Instant.MAX;
  private Quality quality = Quality.EXCELLENT;
  private float score = 4.5f;

  Vitals(Instant joinedAt, long nanos) {
    this.joinedAt = joinedAt;
    this.joinedNanos = nanos;
    this.signalNanos = nanos;
    this.tokenNanos = nanos;
  }

  Instant joinedAt() {
    return joinedAt;
  }

  long joinedNanos() {
    return joinedNanos;
  }

  /** A signal message came. */
  void signalHeard(long nanos) {
    signalNanos = nanos;
  }

  /** The last sign of life of either kind. */
  long heardNanos(long mediaNanos) {
    return Math.max(signalNanos, mediaNanos);
  }

  void signalLost(Instant at) {
    signalLostAt = at;
  }

  /** When the signal was lost last; the far future if never. */
  Instant signalLostAt() {
    return signalLostAt;
  }

  void mediaClosed(long nanos) {
    mediaClosedNanos = nanos;
  }

  /** Whether its transport closed before this time. */
  boolean mediaClosedBefore(long nanos) {
    return mediaClosedNanos != NEVER && mediaClosedNanos - nanos <= 0;
  }

  void tokenRefreshed(long nanos) {
    tokenNanos = nanos;
  }

  long tokenNanos() {
    return tokenNanos;
  }

  void quality(Quality measured, float measuredScore) {
    quality = measured;
    score = measuredScore;
  }

  Quality quality() {
    return quality;
  }

  float score() {
    return score;
  }
}
