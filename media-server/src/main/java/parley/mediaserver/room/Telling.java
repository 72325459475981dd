package parley.mediaserver.room;

import java.time.Duration;
import java.util.List;
import livekit.LivekitRtc.SignalResponse;
import org.jspecify.annotations.Nullable;
import parley.sfu.Timer;

/**
 * Tells everybody how one participant is. A change goes out at once; one that changes all the time
 * is told less often, as it is then, and the more seldom the more there is to tell of it.
 */
final class Telling {
  /** What a participant may have others told of it, in bytes to each of them. */
  private static final long BYTES_A_SECOND = 16 * 1024;

  private static final long BYTES_AT_ONCE = 128 * 1024;

  /** What the shortest telling costs: work, not bytes. */
  private static final int LEAST = 1024;

  private static final long BURST_NANOS = nanos(BYTES_AT_ONCE);

  private final LiveParticipant participant;
  private @Nullable Timer next;

  /** When all that was told has been paid for. */
  private long paidNanos = Long.MIN_VALUE;

  Telling(LiveParticipant participant) {
    this.participant = participant;
  }

  /** It changed. */
  void changed() {
    if (next != null) {
      return;
    }
    long now = participant.room().nanoTime();
    paidNanos = paidNanos == Long.MIN_VALUE || paidNanos - now < 0 ? now : paidNanos;
    long wait = paidNanos - now - BURST_NANOS;
    if (wait <= 0) {
      tell();
    } else {
      next =
          participant
              .room()
              .schedule(
                  Duration.ofNanos(wait), () -> participant.room().guard(participant, this::tell));
    }
  }

  void close() {
    Timer pending = next;
    if (pending != null) {
      pending.cancel();
    }
    next = null;
  }

  private void tell() {
    next = null;
    SignalResponse update = Responses.update(List.of(participant.info()));
    paidNanos += nanos(Math.max(LEAST, update.getSerializedSize()));
    if (participant.visible()) {
      participant.room().broadcast(update);
    } else {
      participant.send(update);
    }
  }

  private static long nanos(long bytes) {
    return bytes * 1_000_000_000L / BYTES_A_SECOND;
  }
}
