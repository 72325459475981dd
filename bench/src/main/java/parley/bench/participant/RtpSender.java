package parley.bench.participant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import parley.wire.rtcp.NtpTime;
import parley.wire.rtcp.RtcpWriter;
import parley.wire.rtp.ExtensionWriter;
import parley.wire.rtp.RtpHeader;

/** One stream that a participant sends: header, extensions, counts, sender reports. */
final class RtpSender {
  private static final int MAX_PACKET = 1400;

  private final ByteBuffer packet = ByteBuffer.allocateDirect(MAX_PACKET);
  private final ExtensionWriter extensions = new ExtensionWriter();
  private final RtcpWriter reports = new RtcpWriter(128);
  private final int ssrc;
  private final int payloadType;
  private final byte[] mid;
  private final byte @Nullable [] rid;
  private int sequenceNumber;
  private int timestamp;
  private long packets;
  private long octets;

  RtpSender(int ssrc, int payloadType, int mid, @Nullable String rid) {
    this.ssrc = ssrc;
    this.payloadType = payloadType;
    this.mid = Integer.toString(mid).getBytes(StandardCharsets.US_ASCII);
    this.rid = rid == null ? null : rid.getBytes(StandardCharsets.US_ASCII);
    this.sequenceNumber = ssrc & 0x7fff;
  }

  int ssrc() {
    return ssrc;
  }

  /** Moves the clock of the stream. */
  void advance(int ticks) {
    timestamp += ticks;
  }

  /**
   * Sends one payload.
   *
   * @param level audio level in −dBov, or −1 without one
   */
  void send(MediaLink link, byte[] payload, boolean marker, int level) {
    RtpHeader.write(
        packet, 0, RtpHeader.markerAndType(marker, payloadType), sequenceNumber, timestamp, ssrc);
    extensions.begin(packet, 0);
    extensions.element(Offer.MID_EXTENSION, mid);
    if (rid != null) extensions.element(Offer.RID_EXTENSION, rid);
    if (level >= 0) extensions.element(Offer.LEVEL_EXTENSION, new byte[] {(byte) (0x80 | level)});
    int at = extensions.end();
    packet.put(at, payload);
    sequenceNumber = (sequenceNumber + 1) & 0xffff;
    packets++;
    octets += payload.length;
    link.sendRtp(packet.slice(0, at + payload.length));
  }

  /** Tells the mapping of wall clock to timestamp (RFC 3550, section 6.4.1). */
  void report(MediaLink link, long epochNanos) {
    reports.clear();
    reports.senderReport(ssrc, NtpTime.ofEpochNanos(epochNanos), timestamp, packets, octets);
    reports.cname(ssrc, "synthetic");
    link.sendRtcp(reports.compound());
  }
}
