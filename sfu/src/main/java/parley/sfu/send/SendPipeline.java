package parley.sfu.send;

import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PoolShare;
import parley.sfu.packet.RewrittenPacket;
import parley.wire.rtp.AbsSendTime;
import parley.wire.rtp.RtpHeader;
import parley.wire.rtp.Rtx;

/**
 * The way of one outgoing stream's packets: keep for retransmission, stamp, count, send. The
 * payload is never copied: each receiver writes its picture numbers over the shared bytes just
 * before they are encrypted behind its own header.
 */
public final class SendPipeline {
  private static final long SHORTEST_REPEAT = 10_000_000L;
  private static final int MAX_REPEATS = 10;

  /** About what headers add to a payload, in bytes. */
  private static final int OVERHEAD = 32;

  private final SendParameters parameters;
  private final PoolShare pool;
  private final Drops drops;
  private final RtpOut out;
  private final RetransmissionBuffer kept;
  private final RepeatBudget budget = new RepeatBudget();
  private final HeaderStamper stamper;
  private final SendStats stats;
  private int rtxSequenceNumber;

  /** A pipeline that has sent nothing. */
  public SendPipeline(
      SendParameters parameters, int clockRate, PoolShare pool, Drops drops, RtpOut out) {
    this.parameters = parameters;
    this.pool = pool;
    this.drops = drops;
    this.out = out;
    kept = new RetransmissionBuffer(parameters.depth());
    stamper = new HeaderStamper(parameters);
    stats = new SendStats(clockRate);
  }

  /** Sends a packet for the first time. */
  public void send(MediaPacket packet, RewrittenPacket rewritten, long now) {
    PacketBuffer header = pool.take();
    if (header == null) {
      drops.count(DropReason.POOL_EMPTY);
      return;
    }
    int second = RtpHeader.markerAndType(rewritten.marker(), rewritten.payloadType());
    stamper.stamp(
        header,
        second,
        (int) rewritten.sequenceNumber(),
        rewritten.timestamp(),
        parameters.ssrc(),
        AbsSendTime.of(now));
    PacketBuffer source = packet.buffer();
    rewritten.picture().write(source.bytes());
    int size = packet.rtp().payloadLength();
    int whole = header.length() + size;
    if (out.send(header, source, packet.rtp().payloadOffset(), size, false)) {
      // Only what left is kept: its number belongs to these bytes.
      kept.keep(packet, rewritten, now);
      stats.sent(size);
      budget.sent(whole);
    }
  }

  /** Sends packets again that a NACK asks for (RFC 4585 §6.2.1). */
  public void repeat(int packetId, int following, long now, long rttNanos) {
    repeat(packetId, now, rttNanos);
    for (int i = 0; i < 16; i++) {
      if ((following >> i & 1) != 0) {
        repeat(packetId + 1 + i & 0xFFFF, now, rttNanos);
      }
    }
  }

  private void repeat(int sequenceNumber, long now, long rttNanos) {
    SentPacket sent = kept.find(sequenceNumber);
    PacketBuffer source = sent == null ? null : sent.source;
    if (sent == null || source == null) {
      drops.count(DropReason.RETRANSMISSION_UNKNOWN);
    } else if (tooSoon(sent, now, rttNanos)
        || sent.repeats >= MAX_REPEATS
        || !budget.take(sent.payloadLength + OVERHEAD)) {
      drops.count(DropReason.RETRANSMISSION_LIMIT);
    } else {
      sent.repeats++;
      sent.repeatedAt = now;
      sendAgain(sent, source, now);
    }
  }

  private static boolean tooSoon(SentPacket sent, long now, long rttNanos) {
    return sent.repeats > 0 && now - sent.repeatedAt < Math.max(SHORTEST_REPEAT, rttNanos / 2);
  }

  private void sendAgain(SentPacket sent, PacketBuffer source, long now) {
    PacketBuffer header = pool.take();
    if (header == null) {
      drops.count(DropReason.POOL_EMPTY);
      return;
    }
    int rtxType = parameters.types().rtxTypeFor(sent.payloadType);
    sent.writePicture(source);
    boolean rtx = parameters.rtxSsrc() != 0 && rtxType >= 0;
    int prefix = 0;
    if (rtx) {
      stampRtx(header, sent, rtxType, now);
      // The two bytes in front of the payload belonged to the received header, which nobody reads
      // any more.
      Rtx.writeOriginal(source.bytes(), sent.payloadOffset - Rtx.HEADER, (int) sent.sequenceNumber);
      prefix = Rtx.HEADER;
    } else {
      stampSame(header, sent);
    }
    int size = prefix + sent.payloadLength;
    int whole = header.length() + size;
    if (out.send(header, source, sent.payloadOffset - prefix, size, !rtx)) {
      stats.sentAgain(whole);
    }
  }

  private void stampRtx(PacketBuffer header, SentPacket sent, int rtxType, long now) {
    int second = RtpHeader.markerAndType(sent.marker, rtxType);
    int number = rtxSequenceNumber++;
    int sendTime = AbsSendTime.of(now);
    stamper.stamp(header, second, number, sent.timestamp, parameters.rtxSsrc(), sendTime);
  }

  // To the bit what was sent before: another text under the same number would be the same nonce
  // twice for SRTP (RFC 7714 §8.1).
  private void stampSame(PacketBuffer header, SentPacket sent) {
    int second = RtpHeader.markerAndType(sent.marker, sent.payloadType);
    int number = (int) sent.sequenceNumber;
    stamper.stamp(header, second, number, sent.timestamp, parameters.ssrc(), sent.sendTime);
  }

  /** Lets go of packets too old to be asked for; now and then when nothing is sent. */
  public void forgetOld(long now) {
    kept.forgetOld(now);
  }

  /** Lets go of all packets. */
  public void close() {
    kept.clear();
  }

  public SendStats stats() {
    return stats;
  }
}
