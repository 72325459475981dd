package parley.sfu;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.sfu.forward.Forwarder;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Layer;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PayloadTypeMap;
import parley.sfu.packet.RewrittenPacket;
import parley.sfu.send.SendParameters;
import parley.sfu.send.SendPipeline;
import parley.sfu.send.SendStats;
import parley.wire.rtp.HeaderExtensions;

/** A published track on its way to one receiver. */
public final class SubscribedTrack {
  private static final long REPORT_INTERVAL = 3_000_000_000L;
  private static final int VIDEO_DEPTH = 512;
  private static final int AUDIO_DEPTH = 128;

  private final PublishedTrack track;
  private final SubscribeSpec spec;
  private final Outgoing owner;
  private final RoomParts room;
  private final Forwarder forwarder;
  private final SendPipeline pipeline;
  private long keyframeRequests;
  private long reportedPackets;
  private long reportedAt;
  private boolean paused;
  private boolean ended;

  SubscribedTrack(PublishedTrack track, SubscribeSpec spec, Outgoing owner, RoomParts room) {
    this.track = track;
    this.spec = spec;
    this.owner = owner;
    this.room = room;
    int first = room.random().nextInt(1 << 15);
    forwarder =
        new Forwarder(track.router(), first, types(), room.traffic().drops(), this::forward);
    pipeline =
        new SendPipeline(parameters(), clockRate(), room.buffers(), room.traffic().drops(), owner);
  }

  private PayloadTypeMap types() {
    return CodecMatch.map(track.owner().codecs(), spec.codecs());
  }

  /** Hangs on the receiver's codecs alone, so that whatever the sender changes to is repaired. */
  private static PayloadTypeMap repairs(List<RtpCodec> receiver) {
    PayloadTypeMap map = new PayloadTypeMap();
    for (RtpCodec codec : receiver) {
      map.map(codec.payloadType(), codec.payloadType(), codec.rtxPayloadType());
    }
    return map;
  }

  private SendParameters parameters() {
    return new SendParameters(
        spec.ssrc(),
        spec.rtxSsrc(),
        spec.mid(),
        spec.extensions().getOrDefault(HeaderExtensions.MID, 0),
        spec.extensions().getOrDefault(HeaderExtensions.ABS_SEND_TIME, 0),
        repairs(spec.codecs()),
        track.kind() == TrackKind.VIDEO ? VIDEO_DEPTH : AUDIO_DEPTH);
  }

  private int clockRate() {
    return spec.codecs().isEmpty() ? 90_000 : Math.max(1, spec.codecs().getFirst().clockRate());
  }

  public PublishedTrack track() {
    return track;
  }

  public SubscribeSpec spec() {
    return spec;
  }

  /** The highest layer to send; of those that flow the best one up to it is sent. HIGH at first. */
  public void targetLayer(Layer max) {
    forwarder.max(max);
    askForAwaited(room.time().now());
  }

  /** The layer being sent; null before the first keyframe and while paused. HIGH for audio. */
  public @Nullable Layer currentLayer() {
    return forwarder.current();
  }

  /** Sends nothing until {@link #resume}. */
  public void pause() {
    paused = true;
    owner.flowChanged(this);
  }

  /** Goes on with the next keyframe, which is asked for. */
  public void resume() {
    paused = false;
    owner.flowChanged(this);
  }

  public boolean paused() {
    return paused;
  }

  /** As its receiver reports it; jitter and loss of the last report. */
  public TrackStats stats() {
    SendStats stats = pipeline.stats();
    return new TrackStats(
        stats.packets(),
        stats.payloadBytes(),
        stats.lost(),
        stats.retransmitted(),
        keyframeRequests,
        stats.loss(),
        Duration.ofNanos(stats.jitterNanos()),
        Duration.ofNanos(stats.rttNanos()));
  }

  /** Ends it; harmless when it has ended. */
  public void unsubscribe() {
    if (!ended) {
      ended = true;
      forwarder.flow(false);
      track.router().remove(forwarder);
      track.unsubscribed(this);
      owner.ended(this);
      pipeline.close();
    }
  }

  private void forward(MediaPacket packet, RewrittenPacket rewritten) {
    pipeline.send(packet, rewritten, room.time().now());
  }

  void start() {
    track.router().add(forwarder);
    track.subscribed(this);
    owner.flowChanged(this);
  }

  void flow(boolean connected) {
    forwarder.flow(connected && !paused && !ended);
    askForAwaited(room.time().now());
  }

  /** The track begins anew: the next packet must be a keyframe's. */
  void restart() {
    forwarder.restart();
    askForAwaited(room.time().now());
  }

  void codecsChanged() {
    forwarder.types(types());
  }

  void askForAwaited(long now) {
    Layer awaited = track.muted() ? null : forwarder.awaited();
    if (awaited != null && track.kind() == TrackKind.VIDEO) {
      track.requestKeyframe(awaited, now);
    }
  }

  void keyframeWanted(long now) {
    keyframeRequests++;
    Layer current = forwarder.current();
    track.requestKeyframe(current != null ? current : forwarder.wanted(), now);
  }

  void repeat(int packetId, int following, long now) {
    if (ended || paused) {
      room.traffic().drops().count(DropReason.RETRANSMISSION_UNKNOWN);
    } else {
      pipeline.repeat(packetId, following, now, owner.rttNanos());
    }
  }

  void forgetOld(long now) {
    pipeline.forgetOld(now);
  }

  int timestampAt(long nanos) {
    return forwarder.timestampAt(nanos);
  }

  /** Every 3 s while packets go out, the first time at once; true counts as done. */
  boolean reportDue(long now) {
    long sent = pipeline.stats().packets();
    boolean due =
        sent > reportedPackets && (reportedPackets == 0 || now - reportedAt >= REPORT_INTERVAL);
    if (due) {
      reportedPackets = sent;
      reportedAt = now;
    }
    return due;
  }

  /** The same for all tracks of one participant, so that its sound and picture belong together. */
  String cname() {
    return track.owner().cname();
  }

  /** Of retransmissions, headers included. */
  long repeatedBytes() {
    return pipeline.stats().retransmittedBytes();
  }

  SendStats sendStats() {
    return pipeline.stats();
  }
}
