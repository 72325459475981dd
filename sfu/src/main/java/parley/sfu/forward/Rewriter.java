package parley.sfu.forward;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PayloadTypeMap;
import parley.sfu.packet.PictureNumbers;
import parley.sfu.packet.RewrittenPacket;
import parley.sfu.packet.StreamClock;

/**
 * Makes sequence numbers, timestamps and picture ids of one outgoing stream continuous, wherever
 * its packets come from. Remembers the streams before the present one, whose late packets still
 * fill the places that were kept for them.
 */
final class Rewriter {
  private final Timeline timeline = new Timeline();
  private final RewrittenPacket rewritten = new RewrittenPacket();
  private final Anchor[] anchors = {new Anchor(), new Anchor(), new Anchor(), new Anchor()};
  private int changes;
  private Anchor current = anchors[0];
  private PayloadTypeMap types;
  private long nextNumber;
  private int nextPictureId;
  private int nextTl0;
  private boolean pictured;

  /**
   * A rewriter for a stream that begins with this number.
   *
   * @param firstSequenceNumber 0–65535
   */
  Rewriter(int firstSequenceNumber, PayloadTypeMap types) {
    // One cycle up: extended numbers stay positive.
    nextNumber = firstSequenceNumber + 0x10000L;
    this.types = types;
  }

  void types(PayloadTypeMap newTypes) {
    types = newTypes;
  }

  boolean speaks(int payloadType) {
    return types.typeFor(payloadType) >= 0;
  }

  /** This packet goes out next, from whatever stream. */
  void anchor(MediaPacket packet) {
    Anchor old = current;
    Anchor fresh = anchors[++changes & anchors.length - 1];
    fresh.timestampOffset = timeline.offsetFor(packet, old.stream, old.timestampOffset);
    fresh.stream = packet.clock();
    fresh.sequence.begin(packet.sequenceNumber(), nextNumber);
    PictureNumbers picture = packet.picture();
    fresh.pictureIdOffset = pictured ? nextPictureId - picture.id() : 0;
    fresh.tl0Offset = pictured ? nextTl0 - picture.tl0() : 0;
    current = fresh;
  }

  /**
   * Leaves the packet out; false when its place is taken up already, because later ones went out
   * before.
   */
  boolean skip(MediaPacket packet) {
    if (packet.newest()) {
      // Packets missing before it keep their places, also when another stream goes on from here.
      nextNumber = Math.max(nextNumber, current.sequence.skip(packet.sequenceNumber()));
    }
    return packet.newest();
  }

  /** False when the outgoing stream has no place for the packet of the present stream. */
  boolean rewrite(MediaPacket packet) {
    return rewrite(packet, current);
  }

  /** The same for a late packet of a stream before; false also for any other. */
  boolean rewriteLate(MediaPacket packet) {
    for (int back = 1; back < anchors.length; back++) {
      Anchor before = anchors[changes - back & anchors.length - 1];
      if (before.keepsPlaceFor(packet)) {
        return rewrite(packet, before);
      }
    }
    return false;
  }

  private boolean rewrite(MediaPacket packet, Anchor anchor) {
    long number = anchor.sequence.map(packet.sequenceNumber());
    if (number == SequenceMap.NONE) {
      return false;
    }
    PictureNumbers picture = packet.picture();
    int timestamp = anchor.timestamp(packet);
    int id = anchor.pictureId(picture);
    int tl0 = anchor.tl0(picture);
    rewritten.header(
        number, timestamp, types.typeFor(packet.rtp().payloadType()), packet.rtp().marker());
    rewritten.picture().set(picture, id, tl0);
    if (number >= nextNumber) {
      nextNumber = number + 1;
      timeline.passed(timestamp, packet.arrivalNanos());
      advance(picture, id, tl0);
    }
    return true;
  }

  private void advance(PictureNumbers picture, int id, int tl0) {
    if (picture.hasId()) {
      pictured = true;
      nextPictureId = id + 1;
    }
    if (picture.hasTl0()) {
      nextTl0 = tl0 + 1;
    }
  }

  RewrittenPacket rewritten() {
    return rewritten;
  }

  /** The outgoing timestamp of a moment; meaningful after the first packet. */
  int timestampAt(long nanos) {
    @Nullable StreamClock stream = current.stream;
    return stream == null ? 0 : stream.timestampAt(nanos) + current.timestampOffset;
  }
}
