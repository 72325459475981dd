package parley.bench.participant;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts of what one participant received. A gap in a stream's sequence numbers is loss until a
 * late packet fills it.
 */
public final class Received {
  private static final class Stream {
    long packets;
    long first = -1;
    long highest = -1;
  }

  private final Map<Integer, Stream> streams = new HashMap<>();
  private long bytes;

  /** Counts one packet of a stream. */
  synchronized void count(int ssrc, int sequenceNumber, int length) {
    Stream stream = streams.computeIfAbsent(ssrc, key -> new Stream());
    long extended =
        stream.highest < 0
            ? sequenceNumber
            : stream.highest + (short) (sequenceNumber - (int) stream.highest);
    if (stream.first < 0) stream.first = extended;
    stream.highest = Math.max(stream.highest, extended);
    stream.packets++;
    bytes += length;
  }

  /** Packets of all streams. */
  public synchronized long packets() {
    return streams.values().stream().mapToLong(stream -> stream.packets).sum();
  }

  /** Packets that should have come, by the sequence numbers. */
  public synchronized long expected() {
    return streams.values().stream().mapToLong(stream -> stream.highest - stream.first + 1).sum();
  }

  /** Streams seen so far. */
  public synchronized int streams() {
    return streams.size();
  }

  /** Bytes of RTP, headers included. */
  public synchronized long bytes() {
    return bytes;
  }
}
