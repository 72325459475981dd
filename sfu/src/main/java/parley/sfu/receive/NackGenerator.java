package parley.sfu.receive;

/**
 * Knows what is missing of one stream and when to ask for it again: at once, then after each round
 * trip, a little longer each time, until it is too late to help.
 */
final class NackGenerator {
  /** A larger hole is not worth asking for. */
  static final int MAX_MISSING = 256;

  private static final int MAX_TRIES = 10;
  private static final long MAX_AGE = 1_500_000_000L;
  private static final long MIN_INTERVAL = 20_000_000L;

  private final long[] missing = new long[MAX_MISSING];
  private final long[] since = new long[MAX_MISSING];
  private final long[] due = new long[MAX_MISSING];
  private final byte[] tries = new byte[MAX_MISSING];
  private int count;
  private long highest = -1;

  /** Forgets everything. */
  void reset() {
    count = 0;
    highest = -1;
  }

  /** A packet came, new or late; false when so many are missing before it that it gave them up. */
  boolean arrived(long sequenceNumber, long now) {
    if (sequenceNumber <= highest) {
      found(sequenceNumber);
      return true;
    }
    long first = highest < 0 ? sequenceNumber : highest + 1;
    highest = sequenceNumber;
    if (count + sequenceNumber - first > MAX_MISSING) {
      count = 0;
      return false;
    }
    for (long lost = first; lost < sequenceNumber; lost++) {
      missing[count] = lost;
      since[count] = now;
      due[count] = now;
      tries[count++] = 0;
    }
    return true;
  }

  private void found(long sequenceNumber) {
    for (int i = 0; i < count; i++) {
      if (missing[i] == sequenceNumber) {
        remove(i);
        return;
      }
    }
  }

  // Keeps the order: entries of one NACK are packed from neighbours.
  private void remove(int index) {
    int behind = --count - index;
    System.arraycopy(missing, index + 1, missing, index, behind);
    System.arraycopy(since, index + 1, since, index, behind);
    System.arraycopy(due, index + 1, due, index, behind);
    System.arraycopy(tries, index + 1, tries, index, behind);
  }

  /** Asks for all that is due. */
  void askAgain(int ssrc, long now, long rttNanos, NackSink sink) {
    long packetId = -1;
    int following = 0;
    for (int i = 0; i < count; i++) {
      if (now - since[i] > MAX_AGE || tries[i] >= MAX_TRIES) {
        remove(i--);
        continue;
      }
      if (now < due[i]) {
        continue;
      }
      due[i] = now + interval(rttNanos, tries[i]++);
      long distance = missing[i] - packetId;
      if (packetId >= 0 && distance <= 16) {
        following |= 1 << distance - 1;
        continue;
      }
      if (packetId >= 0) {
        sink.nack(ssrc, (int) packetId & 0xFFFF, following);
      }
      packetId = missing[i];
      following = 0;
    }
    if (packetId >= 0) {
      sink.nack(ssrc, (int) packetId & 0xFFFF, following);
    }
  }

  private static long interval(long rttNanos, int tried) {
    return Math.max(MIN_INTERVAL, rttNanos + rttNanos / 4 * tried);
  }

  int missing() {
    return count;
  }
}
