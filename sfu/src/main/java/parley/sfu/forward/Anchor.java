package parley.sfu.forward;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PictureNumbers;
import parley.sfu.packet.StreamClock;

/** How the numbers of one incoming stream became those of the outgoing one. */
final class Anchor {
  private static final int TL0_MASK = 0xFF;

  final SequenceMap sequence = new SequenceMap();
  @Nullable StreamClock stream;
  int timestampOffset;
  int pictureIdOffset;
  int tl0Offset;

  /** Whether it is of this packet's stream and knows a place for it, although others follow now. */
  boolean keepsPlaceFor(MediaPacket packet) {
    return packet.clock() == stream && packet.sequenceNumber() < sequence.highest();
  }

  int timestamp(MediaPacket packet) {
    return packet.rtp().timestamp() + timestampOffset;
  }

  int pictureId(PictureNumbers incoming) {
    return incoming.id() + pictureIdOffset & incoming.idMask();
  }

  int tl0(PictureNumbers incoming) {
    return incoming.tl0() + tl0Offset & TL0_MASK;
  }
}
