package parley.sfu.transport.srtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.PacketBuffer;

/**
 * SRTP and SRTCP of one connection, both directions (RFC 3711). For one thread. Every method
 * returns null if it worked, or why the packet has to be dropped; it never releases a buffer.
 */
public final class SrtpSession implements AutoCloseable {
  private static final int MAX_STREAMS_IN = 2048;
  private static final int MAX_STREAMS_OUT = 1 << 20;
  private static final int RTCP_HEADER = 8;
  private static final int ENCRYPTED = 0x80000000;

  private final PacketCipher outbound;
  private final PacketCipher inbound;
  private final RtpStreams sent = new RtpStreams(MAX_STREAMS_OUT);
  private final RtpStreams received = new RtpStreams(MAX_STREAMS_IN);
  private final RtpStreams receivedRtcp = new RtpStreams(MAX_STREAMS_IN);
  private int nextRtcpIndex = 1;

  /**
   * A session from the master keys of both directions.
   *
   * @param ours what we encrypt with
   * @param theirs what the other side encrypts with
   */
  public SrtpSession(CipherSource ciphers, SrtpProfile profile, MasterKey ours, MasterKey theirs) {
    outbound = ciphers.create(profile, SessionKeys.forRtp(ours), SessionKeys.forRtcp(ours));
    inbound = ciphers.create(profile, SessionKeys.forRtp(theirs), SessionKeys.forRtcp(theirs));
  }

  /** Decrypts one packet in place. */
  public @Nullable DropReason openRtp(PacketBuffer packet) {
    ByteBuffer bytes = packet.bytes();
    int at = packet.offset();
    int header = RtpLayout.headerLength(bytes, at, packet.length() - inbound.rtpOverhead());
    if (header < 0) {
      return DropReason.RTP_MALFORMED;
    }
    int ssrc = bytes.getInt(at + 8);
    RtpStream stream = received.get(ssrc);
    boolean known = stream != null;
    if (stream == null) {
      if (received.full()) {
        return DropReason.SRTP_TOO_MANY_STREAMS;
      }
      stream = new RtpStream();
    }
    long index = stream.guess(bytes.getShort(at + 2) & 0xFFFF);
    if (!stream.admits(index)) {
      return DropReason.SRTP_REPLAYED;
    }
    if (!inbound.openRtp(packet, header, index)) {
      return DropReason.SRTP_FORGED;
    }
    if (!known) {
      received.put(ssrc, stream);
    }
    stream.add(index);
    return null;
  }

  /** Decrypts one compound in place. */
  public @Nullable DropReason openRtcp(PacketBuffer compound) {
    ByteBuffer bytes = compound.bytes();
    int at = compound.offset();
    if (compound.length() < RTCP_HEADER + inbound.rtcpOverhead()
        || (bytes.get(at) & 0xC0) != 0x80) {
      return DropReason.RTP_MALFORMED;
    }
    int ssrc = bytes.getInt(at + 4);
    RtpStream stream = receivedRtcp.get(ssrc);
    boolean known = stream != null;
    if (stream == null) {
      if (receivedRtcp.full()) {
        return DropReason.SRTP_TOO_MANY_STREAMS;
      }
      stream = new RtpStream();
    }
    int word = inbound.rtcpIndexWord(compound);
    int index = word & ~ENCRYPTED;
    if (!stream.admits(index)) {
      return DropReason.SRTP_REPLAYED;
    }
    // Clear RTCP is not for us, however authentic (RFC 8827 §6.5).
    if (word == index || !inbound.openRtcp(compound, word)) {
      return DropReason.SRTP_FORGED;
    }
    if (!known) {
      receivedRtcp.put(ssrc, stream);
    }
    stream.add(index);
    return null;
  }

  /** Encrypts one whole packet in place. */
  public @Nullable DropReason sealRtp(PacketBuffer packet) {
    int header = RtpLayout.headerLength(packet.bytes(), packet.offset(), packet.length());
    if (header < 0) {
      return DropReason.RTP_MALFORMED;
    }
    int payload = packet.length() - header;
    packet.window(packet.offset(), header);
    return sealRtp(packet, packet, packet.offset() + header, payload);
  }

  /**
   * Encrypts a payload that stands elsewhere behind its header.
   *
   * @param header its window is exactly one RTP header
   */
  public @Nullable DropReason sealRtp(
      PacketBuffer header, PacketBuffer source, int from, int length) {
    return sealRtp(header, source, from, length, false);
  }

  /**
   * Encrypts once more what {@link #sealRtp} encrypted a short while ago: to the bit the same
   * header and payload give to the bit the same packet, under the same index. Another text would
   * give away the key stream.
   */
  public @Nullable DropReason sealRtpAgain(
      PacketBuffer header, PacketBuffer source, int from, int length) {
    return sealRtp(header, source, from, length, true);
  }

  private @Nullable DropReason sealRtp(
      PacketBuffer header, PacketBuffer source, int from, int length, boolean again) {
    ByteBuffer bytes = header.bytes();
    int at = header.offset();
    int whole = header.length() + length + outbound.rtpOverhead();
    if (RtpLayout.headerLength(bytes, at, header.length()) != header.length()
        || length < 0
        || from < 0
        || from + length > PacketBuffer.CAPACITY
        || at + whole > PacketBuffer.CAPACITY) {
      return DropReason.RTP_MALFORMED;
    }
    int ssrc = bytes.getInt(at + 8);
    RtpStream stream = sent.get(ssrc);
    if (stream == null) {
      stream = new RtpStream();
      sent.put(ssrc, stream);
    }
    long index = stream.guess(bytes.getShort(at + 2) & 0xFFFF);
    DropReason refused = again ? unknown(stream, index) : used(stream, index);
    if (refused != null) {
      return refused;
    }
    stream.add(index);
    outbound.sealRtp(header, source, from, length, index);
    return null;
  }

  /** The same index twice would give away the key stream. */
  private static @Nullable DropReason used(RtpStream stream, long index) {
    return stream.admits(index) ? null : DropReason.SRTP_REPLAYED;
  }

  private static @Nullable DropReason unknown(RtpStream stream, long index) {
    return stream.holds(index) ? null : DropReason.RETRANSMISSION_UNKNOWN;
  }

  /** Encrypts one compound in place. */
  public @Nullable DropReason sealRtcp(PacketBuffer compound) {
    int room = PacketBuffer.CAPACITY - compound.offset() - outbound.rtcpOverhead();
    if (compound.length() < RTCP_HEADER || compound.length() > room) {
      return DropReason.RTP_MALFORMED;
    }
    outbound.sealRtcp(compound, nextRtcpIndex);
    nextRtcpIndex = nextRtcpIndex + 1 & ~ENCRYPTED;
    return null;
  }

  /** Forgets the keys. Nothing may be called afterwards. */
  @Override
  public void close() {
    outbound.close();
    inbound.close();
  }
}
