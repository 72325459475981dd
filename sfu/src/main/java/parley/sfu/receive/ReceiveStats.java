package parley.sfu.receive;

import parley.wire.rtcp.NtpTime;

/**
 * Counters of one received stream, and what its receiver reports say (RFC 3550 §6.4.1, A.3, A.8).
 */
public final class ReceiveStats {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private long first = -1;
  private long highest;
  private long received;
  private long priorExpected;
  private long priorReceived;
  private long packets;
  private long bytes;
  private long retransmitted;
  private long transit;
  private long jitterSixteenths;
  private int clockRate = 90_000;
  private int lastSenderReport;
  private long senderReportNanos;

  /** The stream begins anew; totals stay. */
  void restart() {
    first = -1;
    received = 0;
    priorExpected = 0;
    priorReceived = 0;
    transit = 0;
    lastSenderReport = 0;
  }

  /** A packet of the stream itself. */
  void received(long sequenceNumber, int timestamp, int size, long arrivalNanos, int rate) {
    if (first < 0) {
      first = sequenceNumber;
      highest = sequenceNumber;
    }
    highest = Math.max(highest, sequenceNumber);
    clockRate = rate;
    received++;
    packets++;
    bytes += size;
    measureJitter(timestamp, arrivalNanos);
  }

  private void measureJitter(int timestamp, long arrivalNanos) {
    long seconds = Math.floorDiv(arrivalNanos, NANOS_PER_SECOND);
    long rest = Math.floorMod(arrivalNanos, NANOS_PER_SECOND);
    long arrivalTicks = seconds * clockRate + rest * clockRate / NANOS_PER_SECOND;
    int now = (int) arrivalTicks - timestamp;
    if (received > 1) {
      long distance = Math.min(Math.abs((long) (now - (int) transit)), 10L * clockRate);
      jitterSixteenths += distance - (jitterSixteenths + 8 >> 4);
    }
    transit = now;
  }

  /** A packet that came by RTX: repaired, but lost on the way all the same. */
  void recovered(int size) {
    retransmitted++;
    bytes += size;
  }

  void senderReported(long ntp, long arrivalNanos) {
    lastSenderReport = NtpTime.middle(ntp);
    senderReportNanos = arrivalNanos;
  }

  /** Whether there is something to report. */
  public boolean active() {
    return first >= 0;
  }

  /** Closes the interval: lost since the last call, in 1/256. */
  public int takeFractionLost() {
    long expected = expected();
    long expectedNow = expected - priorExpected;
    long lost = expectedNow - (received - priorReceived);
    priorExpected = expected;
    priorReceived = received;
    return expectedNow <= 0 || lost <= 0 ? 0 : (int) Math.min(255, (lost << 8) / expectedNow);
  }

  /** Lost since the stream began. */
  public long lost() {
    return active() ? expected() - received : 0;
  }

  private long expected() {
    return highest - first + 1;
  }

  /** With its cycles above, as reports have it. */
  public long highest() {
    return highest - 0x10000;
  }

  /** In timestamp units. */
  public long jitter() {
    return jitterSixteenths >> 4;
  }

  public long jitterNanos() {
    return jitter() * NANOS_PER_SECOND / clockRate;
  }

  /** The middle of the last SR's NTP time; 0 when none came. */
  public int lastSenderReport() {
    return lastSenderReport;
  }

  /** Since the last SR, in 1/65536 s. */
  public int delaySinceLastSenderReport(long now) {
    return lastSenderReport == 0
        ? 0
        : (int) ((now - senderReportNanos) * 65_536 / NANOS_PER_SECOND);
  }

  public long packets() {
    return packets;
  }

  public long bytes() {
    return bytes;
  }

  /** Packets that came by RTX. */
  public long retransmitted() {
    return retransmitted;
  }
}
