package parley.sfu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.sfu.feedback.RtcpOutbox;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.send.RtpOut;
import parley.sfu.send.SendStats;
import parley.sfu.transport.Transport;
import parley.wire.rtcp.ReportBlock;

/** What one participant gets from us: its subscriptions, and our reports on them. */
final class Outgoing implements RtpOut {
  private static final long FIRST_RTT = 100_000_000L;

  private final RoomParts room;
  private final RtcpOutbox outbox;
  private final Transport transport;
  private final List<SubscribedTrack> tracks = new ArrayList<>();
  private boolean open;
  private long rttNanos = FIRST_RTT;

  Outgoing(RoomParts room, RtcpOutbox outbox, Transport transport) {
    this.room = room;
    this.outbox = outbox;
    this.transport = transport;
  }

  SubscribedTrack subscribe(PublishedTrack track, SubscribeSpec spec) {
    SubscribedTrack subscribed = new SubscribedTrack(track, spec, this, room);
    tracks.add(subscribed);
    subscribed.start();
    return subscribed;
  }

  /** Whether packets get through to the participant: connected and not silent. */
  void open(boolean nowOpen) {
    open = nowOpen;
    tracks.forEach(this::flowChanged);
  }

  void flowChanged(SubscribedTrack track) {
    track.flow(open);
  }

  @Override
  public boolean send(
      PacketBuffer header, PacketBuffer source, int payloadOffset, int length, boolean again) {
    boolean leaves =
        again
            ? transport.sendRtpAgain(header, source, payloadOffset, length)
            : transport.sendRtp(header, source, payloadOffset, length);
    if (leaves) {
      room.traffic().sent().increment();
    }
    return leaves;
  }

  void lost(int ssrc, int packetId, int following) {
    SubscribedTrack track = find(ssrc);
    if (track != null) {
      track.repeat(packetId, following, room.time().now());
    }
  }

  void keyframeWanted(int ssrc) {
    SubscribedTrack track = find(ssrc);
    if (track != null) {
      track.keyframeWanted(room.time().now());
    }
  }

  void reported(ReportBlock block) {
    SubscribedTrack track = find(block.ssrc());
    if (track != null) {
      long now = room.time().now();
      track.sendStats().reported(block, room.time().ntp(now));
      long measured = track.sendStats().rttNanos();
      rttNanos = measured > 0 ? measured : rttNanos;
    }
  }

  private @Nullable SubscribedTrack find(int ssrc) {
    for (int i = 0; i < tracks.size(); i++) {
      if (tracks.get(i).spec().ssrc() == ssrc) {
        return tracks.get(i);
      }
    }
    return null;
  }

  /** Every few milliseconds: asks the senders for keyframes that are waited for. */
  void askForAwaited(long now) {
    for (int i = 0; i < tracks.size(); i++) {
      tracks.get(i).askForAwaited(now);
    }
  }

  /** Writes sender reports that are due. */
  void report(long now) {
    long ntp = room.time().ntp(now);
    for (int i = 0; i < tracks.size(); i++) {
      SubscribedTrack track = tracks.get(i);
      if (track.reportDue(now)) {
        SendStats stats = track.sendStats();
        outbox.senderReport(
            track.spec().ssrc(),
            ntp,
            track.timestampAt(now),
            stats.packets(),
            stats.payloadBytes(),
            track.cname());
      }
    }
  }

  void forgetOld(long now) {
    tracks.forEach(track -> track.forgetOld(now));
  }

  void ended(SubscribedTrack track) {
    tracks.remove(track);
  }

  void end() {
    List.copyOf(tracks).forEach(SubscribedTrack::unsubscribe);
  }

  List<SubscribedTrack> tracks() {
    return tracks;
  }

  /** Of the last report; a guess before the first. */
  long rttNanos() {
    return rttNanos;
  }
}
