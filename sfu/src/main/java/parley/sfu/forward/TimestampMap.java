package parley.sfu.forward;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.StreamClock;

/**
 * Timestamps of changing incoming streams → one outgoing timeline. At a change the capture times of
 * both streams are compared, by their sender reports or, before those came, by arrival.
 */
final class TimestampMap {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private @Nullable StreamClock stream;
  private int offset;
  private boolean begun;
  private int lastOut;
  private long lastArrival;

  /** Goes on with this packet, from whatever stream. */
  void anchor(MediaPacket packet) {
    StreamClock next = packet.clock();
    StreamClock before = stream;
    int incoming = packet.rtp().timestamp();
    stream = next;
    if (before == null) {
      offset = 0;
    } else {
      int capture = next == before ? incoming : before.timestampAt(next.nanosOf(incoming));
      offset = believable(capture + offset, packet.arrivalNanos(), next.rate()) - incoming;
    }
  }

  // Strictly forward, and within half a second of what the clock on the wall says.
  private int believable(int wanted, long arrival, int rate) {
    long passed = Math.max(0, arrival - lastArrival);
    long ticks =
        passed / NANOS_PER_SECOND * rate + passed % NANOS_PER_SECOND * rate / NANOS_PER_SECOND;
    int byArrival = lastOut + (int) ticks;
    int chosen = Math.abs(wanted - byArrival) > rate / 2 ? byArrival : wanted;
    return chosen - lastOut > 0 ? chosen : lastOut + 1;
  }

  /** The outgoing timestamp. */
  int map(MediaPacket packet) {
    int outgoing = packet.rtp().timestamp() + offset;
    if (!begun || outgoing - lastOut > 0) {
      begun = true;
      lastOut = outgoing;
      lastArrival = packet.arrivalNanos();
    }
    return outgoing;
  }

  /** The outgoing timestamp of a moment; meaningful after the first packet. */
  int at(long nanos) {
    StreamClock known = stream;
    return known == null ? 0 : known.timestampAt(nanos) + offset;
  }
}
