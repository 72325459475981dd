package parley.sfu.packet;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One datagram in pooled off-heap memory: a window of {@code length} bytes at {@code offset} in a
 * direct buffer, with room before it for a grown header and after it for SRTP's tag.
 *
 * <p>Counted references, used by one thread only (the one of its {@link PacketPool}): a buffer is
 * taken with one reference; {@link #retain} adds one; {@link #release} gives one back, and the last
 * returns it to the pool.
 */
public final class PacketBuffer {
  /** Bytes of a buffer. */
  public static final int CAPACITY = 2048;

  /** Where a received datagram begins, so that a header may grow towards the front. */
  public static final int HEADROOM = 64;

  /** Bytes kept free behind a packet: the longest tag (16) and SRTCP's index (4), rounded up. */
  public static final int TAILROOM = 32;

  /** The longest packet a buffer takes at {@link #HEADROOM}, in bytes. */
  public static final int MAX_PACKET = CAPACITY - HEADROOM - TAILROOM;

  private final PacketPool pool;
  private final ByteBuffer bytes;
  private final long address;
  private @Nullable PoolShare share;
  private int references;
  private int offset;
  private int length;
  private long arrivalNanos;

  PacketBuffer(PacketPool pool, ByteBuffer bytes) {
    this.pool = pool;
    this.bytes = bytes;
    this.address = MemorySegment.ofBuffer(bytes).address();
  }

  /**
   * The whole memory, big-endian; use absolute indexes, its position and limit belong to nobody.
   */
  public ByteBuffer bytes() {
    return bytes;
  }

  /** The native address of byte 0 of {@link #bytes}. */
  public long address() {
    return address;
  }

  /** Index of the packet's first byte. */
  public int offset() {
    return offset;
  }

  /** Bytes of the packet. */
  public int length() {
    return length;
  }

  /**
   * Moves the window.
   *
   * @throws IndexOutOfBoundsException if it does not lie inside the buffer
   */
  public void window(int newOffset, int newLength) {
    java.util.Objects.checkFromIndexSize(newOffset, newLength, bytes.capacity());
    offset = newOffset;
    length = newLength;
  }

  /**
   * When the datagram arrived, on the loop's clock ({@code MediaLoop.nanoTime}); 0 if it did not
   * arrive.
   */
  public long arrivalNanos() {
    return arrivalNanos;
  }

  /** Sets when the datagram arrived. */
  public void arrivedAt(long nanos) {
    arrivalNanos = nanos;
  }

  /** Whether exactly one holder is left, who may then change the bytes. */
  public boolean exclusive() {
    return references == 1;
  }

  /** Adds a holder. Returns this. */
  public PacketBuffer retain() {
    if (references <= 0) {
      throw new IllegalStateException("a released buffer was retained");
    }
    references++;
    return this;
  }

  /** Gives one reference back; the last one returns the buffer to its pool. */
  public void release() {
    if (references <= 0) {
      throw new IllegalStateException("a buffer was released twice");
    }
    if (--references == 0) {
      if (share != null) {
        share.givenBack();
        share = null;
      }
      pool.giveBack(this);
    }
  }

  void heldBy(PoolShare holder) {
    if (share != null) {
      throw new IllegalStateException("a buffer was counted twice");
    }
    share = holder;
  }

  void taken() {
    references = 1;
    offset = HEADROOM;
    length = 0;
    arrivalNanos = 0;
  }
}
