package parley.sfu.feedback;

import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.wire.rtcp.ReportBlock;
import parley.wire.rtcp.RtcpListener;
import parley.wire.rtcp.RtcpReader;

/**
 * Sorts a participant's RTCP. What is answered elsewhere or not at all (SDES, BYE, REMB, TWCC) ends
 * here.
 */
public final class RtcpDispatcher implements RtcpListener {
  /** NACK entries taken from one compound; no honest receiver asks for more. */
  private static final int MOST_NACKS = 64;

  private final RtcpReader reader = new RtcpReader();
  private final Drops drops;
  private final FeedbackTarget target;
  private int nacks;

  /** A dispatcher to this target. */
  public RtcpDispatcher(Drops drops, FeedbackTarget target) {
    this.drops = drops;
    this.target = target;
  }

  /** Takes a compound; the caller stays its owner. */
  public void dispatch(PacketBuffer compound) {
    nacks = 0;
    if (!reader.read(compound.bytes(), compound.offset(), compound.length(), this)) {
      drops.count(DropReason.RTCP_MALFORMED);
    }
  }

  @Override
  public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
    target.senderReport(ssrc, ntp, rtpTimestamp);
  }

  @Override
  public void reportBlock(int reporter, ReportBlock block) {
    target.reported(block);
  }

  @Override
  public void nack(int mediaSsrc, int packetId, int following) {
    if (nacks++ < MOST_NACKS) {
      target.lost(mediaSsrc, packetId, following);
    } else {
      drops.count(DropReason.RETRANSMISSION_LIMIT);
    }
  }

  @Override
  public void pictureLoss(int mediaSsrc) {
    target.keyframeWanted(mediaSsrc);
  }

  @Override
  public void fullIntraRequest(int ssrc, int commandNumber) {
    target.keyframeWanted(ssrc);
  }
}
