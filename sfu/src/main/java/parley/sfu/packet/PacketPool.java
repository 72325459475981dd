package parley.sfu.packet;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The buffers of one loop: grows in slabs up to a limit and keeps what it has. For one thread only,
 * but {@link #inUse} may be read from others.
 */
public final class PacketPool {
  /** Buffers allocated at once. */
  static final int SLAB = 64;

  private final ArrayDeque<PacketBuffer> free = new ArrayDeque<>(SLAB);
  private final int limit;
  private int made;
  private volatile int allocated;

  /**
   * A pool of at most {@code limit} buffers of {@link PacketBuffer#CAPACITY} bytes; memory is taken
   * as needed.
   *
   * @param limit at least 1
   */
  public PacketPool(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit);
    }
    this.limit = limit;
  }

  /**
   * A buffer with one reference and an empty window at {@link PacketBuffer#HEADROOM}, its bytes
   * undefined; null if the limit is reached: the caller drops the packet with {@link
   * DropReason#POOL_EMPTY}.
   */
  public @Nullable PacketBuffer take() {
    PacketBuffer buffer = free.pollLast();
    if (buffer == null) {
      grow();
      buffer = free.pollLast();
    }
    if (buffer != null) {
      buffer.taken();
    }
    return buffer;
  }

  /** Buffers now held by somebody; on another thread than the pool's it may lag behind. */
  public int inUse() {
    return allocated - free.size();
  }

  /** Buffers that can still be taken. */
  int left() {
    return limit - made + free.size();
  }

  void giveBack(PacketBuffer buffer) {
    free.addLast(buffer);
  }

  private void grow() {
    int count = Math.min(SLAB, limit - made);
    if (count <= 0) {
      return;
    }
    ByteBuffer slab = ByteBuffer.allocateDirect(count * PacketBuffer.CAPACITY);
    for (int i = 0; i < count; i++) {
      free.addLast(
          new PacketBuffer(this, slab.slice(i * PacketBuffer.CAPACITY, PacketBuffer.CAPACITY)));
    }
    made += count;
    allocated = made;
  }
}
