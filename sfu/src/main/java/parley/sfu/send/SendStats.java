package parley.sfu.send;

import parley.wire.rtcp.NtpTime;
import parley.wire.rtcp.ReportBlock;

/** Counters of one outgoing stream, and what its receiver says about it (RFC 3550 §6.4.1). */
public final class SendStats {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final int clockRate;
  private long packets;
  private long payloadBytes;
  private long retransmitted;
  private long retransmittedBytes;
  private long lost;
  private double loss;
  private long jitterNanos;
  private long rttNanos;

  SendStats(int clockRate) {
    this.clockRate = clockRate;
  }

  void sent(int size) {
    packets++;
    payloadBytes += size;
  }

  void sentAgain(int size) {
    retransmitted++;
    retransmittedBytes += size;
  }

  /** Takes a report block about this stream, come at {@code ntpNow}. */
  public void reported(ReportBlock block, long ntpNow) {
    lost = Math.max(0, block.cumulativeLost());
    loss = block.fractionLost() / 256.0;
    jitterNanos = (block.jitter() & 0xFFFFFFFFL) * NANOS_PER_SECOND / clockRate;
    int rtt =
        NtpTime.middle(ntpNow) - block.lastSenderReport() - block.delaySinceLastSenderReport();
    if (block.lastSenderReport() != 0 && rtt >= 0) {
      rttNanos = rtt * NANOS_PER_SECOND >> 16;
    }
  }

  public long packets() {
    return packets;
  }

  /** Without headers, as sender reports count. */
  public long payloadBytes() {
    return payloadBytes;
  }

  public long retransmitted() {
    return retransmitted;
  }

  public long retransmittedBytes() {
    return retransmittedBytes;
  }

  /** As the receiver counts. */
  public long lost() {
    return lost;
  }

  /** In the last interval, 0–1. */
  public double loss() {
    return loss;
  }

  public long jitterNanos() {
    return jitterNanos;
  }

  /** 0 while unknown. */
  public long rttNanos() {
    return rttNanos;
  }
}
