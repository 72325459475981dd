package parley.sfu.send;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.RewrittenPacket;

/** Packets kept to answer NACKs: the last ones sent, by outgoing number, for a limited time. */
final class RetransmissionBuffer {
  private static final long KEPT_NANOS = 1_500_000_000L;

  private final @Nullable SentPacket[] ring;
  private long oldest = -1;
  private long newest = -1;

  /**
   * An empty buffer.
   *
   * @param size a power of two
   */
  RetransmissionBuffer(int size) {
    ring = new SentPacket[size];
  }

  /** Keeps a packet; a place so long ago that it is taken by a newer one is not kept. */
  void keep(MediaPacket packet, RewrittenPacket rewritten, long now) {
    long number = rewritten.sequenceNumber();
    if (newest >= 0 && number <= newest - ring.length) {
      return;
    }
    if (newest < 0) {
      oldest = number;
    }
    newest = Math.max(newest, number);
    oldest = Math.min(oldest, number);
    forgetBefore(newest - ring.length + 1);
    forgetOld(now);
    SentPacket slot = slot(number);
    slot.release();
    slot.keep(packet, rewritten, now);
    oldest = Math.min(oldest, number);
  }

  private SentPacket slot(long number) {
    int index = (int) number & ring.length - 1;
    SentPacket slot = ring[index];
    if (slot == null) {
      slot = new SentPacket();
      ring[index] = slot;
    }
    return slot;
  }

  /** The packet that went out under this 16-bit number; null when it is not kept. */
  @Nullable SentPacket find(int sequenceNumber) {
    if (newest < 0) {
      return null;
    }
    long number = newest + (short) (sequenceNumber - (int) newest);
    SentPacket slot = ring[(int) number & ring.length - 1];
    boolean there = slot != null && slot.sequenceNumber == number && slot.source != null;
    return there ? slot : null;
  }

  /** Lets go of what is too old to be asked for. */
  void forgetOld(long now) {
    while (oldest >= 0 && oldest <= newest) {
      SentPacket slot = ring[(int) oldest & ring.length - 1];
      boolean there = slot != null && slot.sequenceNumber == oldest && slot.source != null;
      if (there && slot != null) {
        if (now - slot.sentAt <= KEPT_NANOS) {
          return;
        }
        slot.release();
      }
      oldest++;
    }
  }

  private void forgetBefore(long number) {
    while (oldest < number) {
      SentPacket slot = ring[(int) oldest & ring.length - 1];
      if (slot != null && slot.sequenceNumber == oldest) {
        slot.release();
      }
      oldest++;
    }
  }

  /** Lets go of everything. */
  void clear() {
    for (SentPacket slot : ring) {
      if (slot != null) {
        slot.release();
      }
    }
    oldest = -1;
    newest = -1;
  }
}
