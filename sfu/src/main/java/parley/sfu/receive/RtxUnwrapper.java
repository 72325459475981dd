package parley.sfu.receive;

import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.MediaPacket;
import parley.wire.rtp.Rtx;

/** Turns retransmissions (RFC 4588) back into what was lost. */
final class RtxUnwrapper {
  private final Drops drops;

  RtxUnwrapper(Drops drops) {
    this.drops = drops;
  }

  /**
   * False when there is no original inside, or none of the stream with this SSRC; then it is
   * dropped.
   */
  boolean unwrap(MediaPacket packet, int mediaSsrc, PayloadTypes types) {
    int original = types.original(packet.rtp().payloadType());
    if (!Rtx.carriesOriginal(packet.rtp())) {
      drops.count(DropReason.RTX_PADDING);
      return false;
    }
    if (original < 0 || mediaSsrc == 0) {
      drops.count(DropReason.RTX_UNKNOWN);
      return false;
    }
    packet.markRetransmitted();
    return Rtx.unwrap(packet.rtp(), mediaSsrc, original);
  }
}
