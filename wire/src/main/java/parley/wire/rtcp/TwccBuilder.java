package parley.wire.rtcp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers arrivals for one transport-wide congestion control feedback packet
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1). Sequence numbers come in rising order;
 * what lies between two of them counts as not received.
 */
public final class TwccBuilder {
  /** Most packets that one feedback tells of. */
  public static final int MAX_PACKETS = 512;

  private static final int TICK_MICROS = 250;
  private static final int REFERENCE_TICKS = 64_000 / TICK_MICROS;
  private static final int HEADER = 8;
  private static final int RUN_MINIMUM = 15;

  private final byte[] symbols = new byte[MAX_PACKETS];
  private final short[] deltas = new short[MAX_PACKETS];
  private int count;
  private int received;
  private int deltaBytes;
  private long base;
  private long referenceTicks;
  private long lastTicks;

  /** Empties it. */
  public void clear() {
    count = 0;
    received = 0;
    deltaBytes = 0;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /**
   * Adds a packet that arrived.
   *
   * @param sequenceNumber extended; higher than the last one's
   * @param arrivalMicros on any clock that does not begin below zero
   * @return false when this packet needs a feedback of its own: too far in number or time from the
   *     last
   */
  public boolean add(long sequenceNumber, long arrivalMicros) {
    long ticks = arrivalMicros / TICK_MICROS;
    if (count == 0) {
      base = sequenceNumber;
      referenceTicks = ticks / REFERENCE_TICKS * REFERENCE_TICKS;
      lastTicks = referenceTicks;
    }
    long delta = ticks - lastTicks;
    long index = sequenceNumber - base;
    if (delta != (short) delta || index >= MAX_PACKETS || index < count) {
      return false;
    }
    while (count < index) {
      symbols[count++] = 0;
    }
    boolean small = delta >= 0 && delta <= 255;
    symbols[count++] = (byte) (small ? 1 : 2);
    deltas[received++] = (short) delta;
    deltaBytes += small ? 1 : 2;
    lastTicks = ticks;
    return true;
  }

  /** Bytes behind the SSRCs, padding to full words included. */
  int size() {
    return HEADER + 2 * chunks(null, 0) + deltaBytes + 3 & ~3;
  }

  void write(ByteBuffer b, int offset, int feedbackCount) {
    int end = offset + size();
    b.putShort(offset, (short) base);
    b.putShort(offset + 2, (short) count);
    b.putInt(offset + 4, (int) (referenceTicks / REFERENCE_TICKS) << 8 | feedbackCount & 0xFF);
    int at = offset + HEADER + 2 * chunks(b, offset + HEADER);
    for (int i = 0, next = 0; i < count; i++) {
      if (symbols[i] == 1) {
        b.put(at++, (byte) deltas[next++]);
      } else if (symbols[i] == 2) {
        b.putShort(at, deltas[next++]);
        at += 2;
      }
    }
    while (at < end) {
      b.put(at++, (byte) 0);
    }
  }

  private int chunks(@Nullable ByteBuffer b, int offset) {
    int chunks = 0;
    for (int i = 0; i < count; chunks++) {
      int run = runLength(i);
      int chunk;
      if (run >= RUN_MINIMUM || i + run == count) {
        chunk = symbols[i] << 13 | run;
        i += run;
      } else if (oneBitEnough(i)) {
        chunk = vector(i, 14, 1, 0x8000);
        i += 14;
      } else {
        chunk = vector(i, 7, 2, 0xC000);
        i += 7;
      }
      if (b != null) {
        b.putShort(offset + 2 * chunks, (short) chunk);
      }
    }
    return chunks;
  }

  private int runLength(int from) {
    int end = from + 1;
    while (end < count && symbols[end] == symbols[from]) {
      end++;
    }
    return end - from;
  }

  private boolean oneBitEnough(int from) {
    for (int i = from; i < Math.min(from + 14, count); i++) {
      if (symbols[i] == 2) {
        return false;
      }
    }
    return true;
  }

  private int vector(int from, int size, int bits, int head) {
    int chunk = head;
    for (int i = 0; i < size && from + i < count; i++) {
      chunk |= symbols[from + i] << bits * (size - 1 - i);
    }
    return chunk;
  }
}
