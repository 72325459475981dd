package parley.sfu;

import org.jspecify.annotations.Nullable;
import parley.sfu.feedback.FeedbackTarget;
import parley.sfu.feedback.RtcpDispatcher;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.TransportListener;
import parley.wire.rtcp.ReportBlock;

/** Leads what a transport hears to the participant's two directions. */
final class Connection implements TransportListener, FeedbackTarget {
  private final ParticipantListener listener;
  private final RtcpDispatcher dispatcher;
  private @Nullable Incoming incoming;
  private @Nullable Outgoing outgoing;
  private boolean silent;

  Connection(ParticipantListener listener, Drops drops) {
    this.listener = listener;
    dispatcher = new RtcpDispatcher(drops, this);
  }

  void lead(Incoming in, Outgoing out) {
    incoming = in;
    outgoing = out;
  }

  boolean silent() {
    return silent;
  }

  @Override
  public void connected() {
    open(true);
    listener.connected();
  }

  @Override
  public void rtp(PacketBuffer packet) {
    try {
      Incoming in = incoming;
      if (in != null) {
        in.rtp(packet);
      }
    } finally {
      packet.release();
    }
  }

  @Override
  public void rtcp(PacketBuffer compound) {
    try {
      Incoming in = incoming;
      if (in == null || in.admitsRtcp(compound)) {
        dispatcher.dispatch(compound);
      }
    } finally {
      compound.release();
    }
  }

  @Override
  public void silent(long nanos) {
    silent = true;
    open(false);
    listener.silent(nanos);
  }

  @Override
  public void alive() {
    silent = false;
    open(true);
    listener.alive();
  }

  @Override
  public void closed(parley.sfu.transport.CloseReason reason) {
    open(false);
    listener.closed(
        switch (reason) {
          case PEER_CLOSED -> CloseReason.PEER_CLOSED;
          case WRONG_FINGERPRINT -> CloseReason.WRONG_FINGERPRINT;
          case HANDSHAKE_FAILED -> CloseReason.HANDSHAKE_FAILED;
          case PORT_CLOSED -> CloseReason.PORT_CLOSED;
        });
  }

  private void open(boolean open) {
    if (outgoing != null) {
      outgoing.open(open);
    }
  }

  @Override
  public void lost(int ssrc, int packetId, int following) {
    if (outgoing != null) {
      outgoing.lost(ssrc, packetId, following);
    }
  }

  @Override
  public void keyframeWanted(int ssrc) {
    if (outgoing != null) {
      outgoing.keyframeWanted(ssrc);
    }
  }

  @Override
  public void reported(ReportBlock block) {
    if (outgoing != null) {
      outgoing.reported(block);
    }
  }

  @Override
  public void senderReport(int ssrc, long ntp, int timestamp) {
    if (incoming != null) {
      incoming.senderReport(ssrc, ntp, timestamp);
    }
  }
}
