package parley.sfu.forward;

import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PayloadTypeMap;
import parley.sfu.packet.RewrittenPacket;

/**
 * Makes sequence numbers, timestamps and picture ids of one outgoing stream continuous, wherever
 * its packets come from.
 */
final class Rewriter {
  private final SequenceMap sequence = new SequenceMap();
  private final TimestampMap timestamps = new TimestampMap();
  private final PictureMap pictures = new PictureMap();
  private final RewrittenPacket rewritten = new RewrittenPacket();
  private final long firstSequenceNumber;
  private PayloadTypeMap types;

  /**
   * A rewriter for a stream that begins with this number.
   *
   * @param firstSequenceNumber 0–65535
   */
  Rewriter(int firstSequenceNumber, PayloadTypeMap types) {
    // One cycle up: late packets before the first stay positive.
    this.firstSequenceNumber = firstSequenceNumber + 0x10000L;
    this.types = types;
  }

  void types(PayloadTypeMap newTypes) {
    types = newTypes;
  }

  boolean speaks(int payloadType) {
    return types.typeFor(payloadType) >= 0;
  }

  /** This packet is the next one, from whatever stream. */
  void anchor(MediaPacket packet) {
    sequence.anchor(packet.sequenceNumber(), firstSequenceNumber);
    timestamps.anchor(packet);
    pictures.anchor(packet.picture());
  }

  /**
   * Leaves the packet out; false when its place is taken up already, because later ones went out
   * before.
   */
  boolean skip(MediaPacket packet) {
    if (packet.newest()) {
      sequence.skip(packet.sequenceNumber());
    }
    return packet.newest();
  }

  /** False when the outgoing stream has no place for the packet. */
  boolean rewrite(MediaPacket packet) {
    long number = sequence.map(packet.sequenceNumber());
    if (number == SequenceMap.NONE) {
      return false;
    }
    int type = types.typeFor(packet.rtp().payloadType());
    rewritten.header(number, timestamps.map(packet), type, packet.rtp().marker());
    pictures.map(packet.picture(), rewritten.picture(), packet.newest());
    return true;
  }

  RewrittenPacket rewritten() {
    return rewritten;
  }

  int timestampAt(long nanos) {
    return timestamps.at(nanos);
  }
}
