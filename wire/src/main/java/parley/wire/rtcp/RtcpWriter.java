package parley.wire.rtcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes RTCP packets one after the other into a buffer of its own. A packet that does not fit is
 * left out and its method answers false: send what is there, {@link #clear}, and write it again.
 */
public final class RtcpWriter {
  private static final int MAX_BLOCKS = 31;

  private final ByteBuffer buffer;
  private int at;
  private int packetStart;

  /**
   * An empty writer.
   *
   * @param capacity the longest compound, in bytes
   */
  public RtcpWriter(int capacity) {
    buffer = ByteBuffer.allocateDirect(capacity);
  }

  /** Starts a new compound. */
  public void clear() {
    buffer.clear();
    at = 0;
    packetStart = -1;
  }

  public boolean isEmpty() {
    return at == 0;
  }

  /** Bytes that still fit. */
  public int remaining() {
    return buffer.capacity() - at;
  }

  /** The compound so far, between position and limit; valid until the next {@link #clear}. */
  public ByteBuffer compound() {
    return buffer.position(0).limit(at);
  }

  /**
   * RFC 3550 §6.4.1, without report blocks; {@link #reportBlock} adds them.
   *
   * @param ntp seconds since 1900 as 32.32 fixed point
   */
  public boolean senderReport(int ssrc, long ntp, int rtpTimestamp, long packets, long octets) {
    if (!begin(RtcpType.SENDER_REPORT, 0, 28)) {
      return false;
    }
    put(ssrc);
    put((int) (ntp >> 32));
    put((int) ntp);
    put(rtpTimestamp);
    put((int) packets);
    put((int) octets);
    return end();
  }

  /** RFC 3550 §6.4.2, without report blocks; {@link #reportBlock} adds them. */
  public boolean receiverReport(int ssrc) {
    if (!begin(RtcpType.RECEIVER_REPORT, 0, 8)) {
      return false;
    }
    put(ssrc);
    return end();
  }

  /** Adds a block to the SR or RR written last; false also when that has 31 already. */
  public boolean reportBlock(
      int ssrc,
      int fractionLost,
      long cumulativeLost,
      long highest,
      long jitter,
      int lastSr,
      int delay) {
    int count = packetStart < 0 ? MAX_BLOCKS : buffer.get(packetStart) & 0x1F;
    if (count >= MAX_BLOCKS || at + ReportBlock.SIZE > buffer.capacity()) {
      return false;
    }
    put(ssrc);
    put(fractionLost << 24 | Math.clamp(cumulativeLost, -0x800000, 0x7FFFFF) & 0xFFFFFF);
    put((int) highest);
    put((int) jitter);
    put(lastSr);
    put(delay);
    buffer.put(packetStart, (byte) (0x80 | count + 1));
    return end();
  }

  /** One SDES chunk with a CNAME (RFC 3550 §6.5.1), of at most 255 bytes. */
  public boolean cname(int ssrc, String cname) {
    byte[] name = cname.getBytes(StandardCharsets.UTF_8);
    int size = 8 + 2 + name.length + 1 + 3 & ~3;
    if (name.length > 255 || !begin(RtcpType.SOURCE_DESCRIPTION, 1, size)) {
      return false;
    }
    put(ssrc);
    buffer.put(at, (byte) 1).put(at + 1, (byte) name.length).put(at + 2, name);
    for (int i = at + 2 + name.length; i < packetStart + size; i++) {
      buffer.put(i, (byte) 0);
    }
    at = packetStart + size;
    return end();
  }

  /** RFC 3550 §6.6 for one stream. */
  public boolean bye(int ssrc) {
    if (!begin(RtcpType.BYE, 1, 8)) {
      return false;
    }
    put(ssrc);
    return end();
  }

  /** A generic NACK without entries (RFC 4585 §6.2.1); {@link #nackEntry} adds them. */
  public boolean nack(int sender, int mediaSsrc) {
    return feedback(RtcpType.TRANSPORT_FEEDBACK, RtcpType.NACK, sender, mediaSsrc, 4);
  }

  /** Adds an entry to the NACK written last. */
  public boolean nackEntry(int packetId, int following) {
    if (at + 4 > buffer.capacity()) {
      return false;
    }
    put(packetId << 16 | following & 0xFFFF);
    return end();
  }

  /** RFC 4585 §6.3.1. */
  public boolean pictureLoss(int sender, int mediaSsrc) {
    return feedback(RtcpType.PAYLOAD_FEEDBACK, RtcpType.PLI, sender, mediaSsrc, 0);
  }

  /** RFC 5104 §4.3.1 for one stream. */
  public boolean fullIntraRequest(int sender, int mediaSsrc, int commandNumber) {
    if (!feedback(RtcpType.PAYLOAD_FEEDBACK, RtcpType.FIR, sender, 0, 8)) {
      return false;
    }
    put(mediaSsrc);
    put(commandNumber << 24);
    return end();
  }

  /** REMB for one stream (draft-alvestrand-rmcat-remb-03 §2.2). */
  public boolean receiverEstimate(int sender, long bitsPerSecond, int ssrc) {
    if (!feedback(RtcpType.PAYLOAD_FEEDBACK, RtcpType.APPLICATION, sender, 0, 12)) {
      return false;
    }
    int exponent = Math.max(0, 64 - Long.numberOfLeadingZeros(bitsPerSecond) - 18);
    put(RtcpType.REMB_IDENTIFIER);
    put(1 << 24 | exponent << 18 | (int) (bitsPerSecond >>> exponent));
    put(ssrc);
    return end();
  }

  /** TWCC feedback over what the builder holds. */
  public boolean transportFeedback(
      int sender, int mediaSsrc, int feedbackCount, TwccBuilder arrivals) {
    int size = arrivals.size();
    if (!feedback(RtcpType.TRANSPORT_FEEDBACK, RtcpType.TWCC, sender, mediaSsrc, size)) {
      return false;
    }
    arrivals.write(buffer, at, feedbackCount);
    at += size;
    return end();
  }

  private boolean feedback(int type, int format, int sender, int mediaSsrc, int extra) {
    if (at + 12 + extra > buffer.capacity() || !begin(type, format, 12)) {
      return false;
    }
    put(sender);
    put(mediaSsrc);
    return end();
  }

  private boolean begin(int type, int count, int size) {
    if (at + size > buffer.capacity()) {
      return false;
    }
    packetStart = at;
    put((0x80 | count) << 24 | type << 16);
    return true;
  }

  private void put(int word) {
    buffer.putInt(at, word);
    at += 4;
  }

  private boolean end() {
    buffer.putShort(packetStart + 2, (short) ((at - packetStart) / 4 - 1));
    return true;
  }
}
