package parley.wire.rtcp;

import java.nio.ByteBuffer;

/**
 * Walks over a transport-wide congestion control feedback
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1): {@link #wrap}, then {@link #next} for
 * each packet it tells of.
 */
public final class TwccReader {
  private static final int FIXED = 20;

  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private int end;
  private int chunkAt;
  private int deltaAt;
  private int left;
  private int sequenceNumber;
  private int chunk;
  private int chunkLeft;
  private boolean received;
  private int feedbackCount;
  private long ticks;

  /** Looks at a whole RTCP packet; false when it is malformed. */
  public boolean wrap(ByteBuffer b, int offset, int length) {
    if (offset < 0 || length < FIXED || length > b.limit() - offset) {
      return false;
    }
    buffer = b;
    int padding = (b.get(offset) & 0x20) == 0 ? 0 : b.get(offset + length - 1) & 0xFF;
    end = offset + length - padding;
    left = b.getShort(offset + 14) & 0xFFFF;
    sequenceNumber = (b.getShort(offset + 12) & 0xFFFF) - 1;
    ticks = (b.getInt(offset + 16) >> 8) * 256L;
    feedbackCount = b.get(offset + 19) & 0xFF;
    chunkAt = offset + FIXED;
    chunkLeft = 0;
    return findDeltas(offset + FIXED);
  }

  private boolean findDeltas(int from) {
    int covered = 0;
    deltaAt = from;
    while (covered < left) {
      if (deltaAt + 2 > end) {
        return false;
      }
      int size = sizeOf(buffer.getShort(deltaAt));
      if (size == 0) {
        return false;
      }
      covered += size;
      deltaAt += 2;
    }
    return true;
  }

  private static int sizeOf(int chunk) {
    return (chunk & 0x8000) == 0 ? chunk & 0x1FFF : (chunk & 0x4000) == 0 ? 14 : 7;
  }

  /** Goes to the next packet; false at the end, or where the bytes end too early. */
  public boolean next() {
    if (left == 0) {
      return false;
    }
    if (chunkLeft == 0) {
      chunk = buffer.getShort(chunkAt) & 0xFFFF;
      chunkLeft = sizeOf(chunk);
      chunkAt += 2;
    }
    int symbol = symbol();
    chunkLeft--;
    left--;
    sequenceNumber = sequenceNumber + 1 & 0xFFFF;
    return readDelta(symbol);
  }

  private int symbol() {
    if ((chunk & 0x8000) == 0) {
      return chunk >> 13 & 3;
    }
    return (chunk & 0x4000) == 0 ? chunk >> chunkLeft - 1 & 1 : chunk >> 2 * (chunkLeft - 1) & 3;
  }

  private boolean readDelta(int symbol) {
    received = symbol == 1 || symbol == 2;
    if (deltaAt + (received ? symbol : 0) > end) {
      left = 0;
      return false;
    }
    if (symbol == 1) {
      ticks += buffer.get(deltaAt++) & 0xFF;
    } else if (symbol == 2) {
      ticks += buffer.getShort(deltaAt);
      deltaAt += 2;
    }
    return true;
  }

  /** 0–65535. */
  public int sequenceNumber() {
    return sequenceNumber;
  }

  public boolean received() {
    return received;
  }

  /**
   * When it arrived, in microseconds on the receiver's clock; meaningful only if it was received.
   */
  public long arrivalMicros() {
    return ticks * 250;
  }

  /** Counts the feedbacks, 0–255. */
  public int feedbackCount() {
    return feedbackCount;
  }
}
