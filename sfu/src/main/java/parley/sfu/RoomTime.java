package parley.sfu;

import java.time.Instant;
import java.time.InstantSource;
import parley.sfu.transport.MediaLoop;
import parley.wire.rtcp.NtpTime;

/** The clock of a room, and what it would be as NTP time. */
final class RoomTime {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final MediaLoop loop;
  private final long epochOffset;

  RoomTime(MediaLoop loop, InstantSource wall) {
    this.loop = loop;
    Instant now = wall.instant();
    epochOffset = now.getEpochSecond() * NANOS_PER_SECOND + now.getNano() - loop.nanoTime();
  }

  long now() {
    return loop.nanoTime();
  }

  long ntp(long nanos) {
    return NtpTime.ofEpochNanos(nanos + epochOffset);
  }
}
