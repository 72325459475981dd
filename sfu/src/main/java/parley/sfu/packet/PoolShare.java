package parley.sfu.packet;

import org.jspecify.annotations.Nullable;

/**
 * What one room holds of a loop's buffers: at most four times as many as are left. However much it
 * wants, others find some, and the more rooms want much, the less each gets (dynamic thresholds,
 * Choudhury and Hahne 1998). For the pool's thread.
 */
public final class PoolShare {
  private static final int TIMES_WHAT_IS_LEFT = 4;

  private final PacketPool pool;
  private int held;

  /** A share of nothing yet. */
  public PoolShare(PacketPool pool) {
    this.pool = pool;
  }

  /** As {@link PacketPool#take}; null also when the room holds too much already. */
  public @Nullable PacketBuffer take() {
    PacketBuffer buffer = admits() ? pool.take() : null;
    if (buffer != null) {
      held++;
      buffer.heldBy(this);
    }
    return buffer;
  }

  /**
   * Counts a buffer that was taken before anybody knew for whom; it counts until it is back in the
   * pool. False when the room holds too much already: then it has to be dropped.
   */
  public boolean charge(PacketBuffer buffer) {
    boolean admits = admits();
    if (admits) {
      held++;
      buffer.heldBy(this);
    }
    return admits;
  }

  private boolean admits() {
    return held < TIMES_WHAT_IS_LEFT * pool.left();
  }

  void givenBack() {
    held--;
  }

  /** Buffers that the room holds now. */
  public int held() {
    return held;
  }
}
