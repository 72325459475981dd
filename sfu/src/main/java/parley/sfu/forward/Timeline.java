package parley.sfu.forward;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.StreamClock;

/**
 * Where the outgoing timestamps have got to, and where they should go on when the incoming stream
 * changes.
 */
final class Timeline {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private boolean begun;
  private int last;
  private long lastArrival;

  /**
   * What to add to the timestamps of the packet's stream from here on: the capture times of both
   * streams are compared, by their sender reports or, before those came, by arrival.
   */
  int offsetFor(MediaPacket packet, @Nullable StreamClock before, int offsetBefore) {
    if (before == null) {
      return 0;
    }
    StreamClock next = packet.clock();
    int incoming = packet.rtp().timestamp();
    int capture = next == before ? incoming : before.timestampAt(next.nanosOf(incoming));
    return believable(capture + offsetBefore, packet.arrivalNanos(), next.rate()) - incoming;
  }

  // Strictly forward, and within half a second of what the clock on the wall says.
  private int believable(int wanted, long arrival, int rate) {
    long passed = Math.max(0, arrival - lastArrival);
    long ticks =
        passed / NANOS_PER_SECOND * rate + passed % NANOS_PER_SECOND * rate / NANOS_PER_SECOND;
    int byArrival = last + (int) ticks;
    int chosen = Math.abs(wanted - byArrival) > rate / 2 ? byArrival : wanted;
    return chosen - last > 0 ? chosen : last + 1;
  }

  /** A packet goes out under this timestamp. */
  void passed(int outgoing, long arrival) {
    if (!begun || outgoing - last > 0) {
      begun = true;
      last = outgoing;
      lastArrival = arrival;
    }
  }
}
