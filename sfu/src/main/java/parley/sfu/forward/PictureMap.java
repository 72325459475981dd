package parley.sfu.forward;

import parley.sfu.packet.PictureNumbers;

/** VP8 picture ids and TL0PICIDX of changing incoming streams → running ones (RFC 7741 §4.2). */
final class PictureMap {
  private static final int TL0_MASK = 0xFF;

  private boolean begun;
  private int idOffset;
  private int tl0Offset;
  private int lastId;
  private int lastTl0;

  /** Goes on with this picture right behind the last one. */
  void anchor(PictureNumbers incoming) {
    if (begun) {
      idOffset = lastId + 1 - incoming.id();
      tl0Offset = lastTl0 + 1 - incoming.tl0();
    }
    begun |= incoming.hasId() || incoming.hasTl0();
  }

  /** Sets the outgoing numbers. */
  void map(PictureNumbers incoming, PictureNumbers outgoing, boolean newest) {
    int id = incoming.id() + idOffset & incoming.idMask();
    int tl0 = incoming.tl0() + tl0Offset & TL0_MASK;
    outgoing.set(incoming, id, tl0);
    if (newest) {
      lastId = incoming.hasId() ? id : lastId;
      lastTl0 = incoming.hasTl0() ? tl0 : lastTl0;
    }
  }
}
