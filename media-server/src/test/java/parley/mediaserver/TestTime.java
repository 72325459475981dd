package parley.mediaserver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import parley.sfu.Timer;

/** A clock to advance, with what is to happen when. */
final class TestTime extends Clock {
  private record Deed(long at, long order, Runnable run) {}

  private final PriorityQueue<Deed> deeds =
      new PriorityQueue<>(Comparator.comparingLong(Deed::at).thenComparingLong(Deed::order));
  private long nanos = Duration.ofHours(1).toNanos();
  private long order;

  Timer schedule(Duration delay, Runnable run) {
    Deed deed = new Deed(nanos + delay.toNanos(), order++, run);
    deeds.add(deed);
    return () -> deeds.remove(deed);
  }

  void advance(Duration by) {
    long until = nanos + by.toNanos();
    while (!deeds.isEmpty() && deeds.peek().at() <= until) {
      Deed next = deeds.poll();
      nanos = Math.max(nanos, next.at());
      next.run().run();
    }
    nanos = until;
  }

  long nanos() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return Instant.parse("2026-11-23T08:00:00Z").plusNanos(nanos);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
