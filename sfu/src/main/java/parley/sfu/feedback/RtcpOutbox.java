package parley.sfu.feedback;

import parley.wire.rtcp.RtcpWriter;
import parley.wire.rtcp.TwccBuilder;

/**
 * Gathers what we tell one participant by RTCP into compounds (reduced-size ones, RFC 5506) until
 * {@link #flush}; a full one leaves earlier.
 */
public final class RtcpOutbox {
  private static final int CAPACITY = 1200;

  private final RtcpWriter writer = new RtcpWriter(CAPACITY);
  private final RtcpOut out;
  private final int ourSsrc;
  private int nackedSsrc;
  private boolean inNack;
  private boolean inReport;

  /**
   * An empty outbox.
   *
   * @param ourSsrc names us as the sender of feedback
   */
  public RtcpOutbox(int ourSsrc, RtcpOut out) {
    this.ourSsrc = ourSsrc;
    this.out = out;
    writer.clear();
  }

  /** Asks for lost packets (RFC 4585 §6.2.1). */
  public void nack(int ssrc, int packetId, int following) {
    boolean same = inNack && nackedSsrc == ssrc;
    if (same && writer.nackEntry(packetId, following)) {
      return;
    }
    begin();
    if (!writer.nack(ourSsrc, ssrc)) {
      flush();
      writer.nack(ourSsrc, ssrc);
    }
    writer.nackEntry(packetId, following);
    inNack = true;
    nackedSsrc = ssrc;
  }

  /** Asks for a keyframe, at once. */
  public void pictureLoss(int ssrc) {
    begin();
    if (!writer.pictureLoss(ourSsrc, ssrc)) {
      flush();
      writer.pictureLoss(ourSsrc, ssrc);
    }
    flush();
  }

  /** Tells arrivals. */
  public void transportFeedback(int mediaSsrc, int feedbackCount, TwccBuilder arrivals) {
    begin();
    if (!writer.transportFeedback(ourSsrc, mediaSsrc, feedbackCount, arrivals)) {
      flush();
      writer.transportFeedback(ourSsrc, mediaSsrc, feedbackCount, arrivals);
    }
  }

  /**
   * Reports on a stream we receive; the first block after something else opens a receiver report.
   */
  public void reportBlock(
      int ssrc, int fractionLost, long lost, long highest, long jitter, int lastSr, int delay) {
    if (inReport && writer.reportBlock(ssrc, fractionLost, lost, highest, jitter, lastSr, delay)) {
      return;
    }
    begin();
    if (!writer.receiverReport(ourSsrc)
        || !writer.reportBlock(ssrc, fractionLost, lost, highest, jitter, lastSr, delay)) {
      flush();
      writer.receiverReport(ourSsrc);
      writer.reportBlock(ssrc, fractionLost, lost, highest, jitter, lastSr, delay);
    }
    inReport = true;
  }

  /** Reports on a stream we send (RFC 3550 §6.4.1), with its CNAME. */
  public void senderReport(
      int ssrc, long ntp, int timestamp, long packets, long payloadBytes, String cname) {
    begin();
    if (writer.remaining() < 28 + 12 + 4 * cname.length()) {
      flush();
    }
    writer.senderReport(ssrc, ntp, timestamp, packets, payloadBytes);
    writer.cname(ssrc, cname);
  }

  private void begin() {
    inNack = false;
    inReport = false;
  }

  /** Sends what is gathered. */
  public void flush() {
    begin();
    if (!writer.isEmpty()) {
      out.send(writer.compound());
      writer.clear();
    }
  }
}
