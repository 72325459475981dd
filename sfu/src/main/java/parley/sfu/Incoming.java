package parley.sfu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.sfu.feedback.RtcpOutbox;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Layer;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.SenderClock;
import parley.sfu.receive.AudioLevelMeter;
import parley.sfu.receive.Format;
import parley.sfu.receive.InboundLimit;
import parley.sfu.receive.NackSink;
import parley.sfu.receive.PayloadTypes;
import parley.sfu.receive.ReceivePipeline;
import parley.sfu.receive.ReceiveStats;
import parley.sfu.receive.StreamListener;
import parley.sfu.receive.StreamTable;
import parley.sfu.receive.TwccRecorder;
import parley.sfu.receive.TwccSink;
import parley.wire.rtcp.NtpTime;
import parley.wire.rtp.AudioLevel;
import parley.wire.rtp.HeaderExtensions;
import parley.wire.rtp.RtpPacket;

/** What one participant sends us: its packets, tracks, and our feedback on them. */
final class Incoming implements StreamListener {
  private final String cname;
  private final RoomParts room;
  private final ParticipantListener listener;
  private final RtcpOutbox outbox;
  private final Outgoing outgoing;
  private final NackSink nacks;
  private final TwccSink arrivals;
  private final MediaPacket packet = new MediaPacket();
  private final InboundLimit limit = new InboundLimit();
  private final Allowance allowance;
  private final StreamTable streams = new StreamTable();
  private final TwccRecorder twcc;
  private final SenderClock senderClock = new SenderClock();
  private final AudioLevelMeter level = new AudioLevelMeter();
  private final Map<String, PublishedTrack> tracks = new LinkedHashMap<>();
  private List<RtpCodec> codecs = List.of();
  private PayloadTypes types = new PayloadTypes();
  private int audioLevelId;
  private boolean allowed = true;

  Incoming(
      String cname,
      RoomParts room,
      ParticipantListener listener,
      RtcpOutbox outbox,
      Outgoing outgoing) {
    this.cname = cname;
    this.room = room;
    this.listener = listener;
    this.outbox = outbox;
    this.outgoing = outgoing;
    allowance = new Allowance(room.limits());
    nacks = outbox::nack;
    arrivals = outbox::transportFeedback;
    twcc = new TwccRecorder(room.time().now());
  }

  void parameters(RtpParameters parameters) {
    codecs = parameters.codecs();
    types = payloadTypes(codecs);
    Map<String, Integer> ids = parameters.extensions();
    streams.extensions(
        ids.getOrDefault(HeaderExtensions.MID, 0),
        ids.getOrDefault(HeaderExtensions.RID, 0),
        ids.getOrDefault(HeaderExtensions.REPAIRED_RID, 0));
    twcc.extension(ids.getOrDefault(HeaderExtensions.TRANSPORT_CC, 0));
    audioLevelId = ids.getOrDefault(HeaderExtensions.AUDIO_LEVEL, 0);
    for (PublishedTrack track : tracks.values()) {
      track.subscribed().forEach(SubscribedTrack::codecsChanged);
    }
  }

  private static PayloadTypes payloadTypes(List<RtpCodec> codecs) {
    PayloadTypes types = new PayloadTypes();
    for (RtpCodec codec : codecs) {
      boolean nack = codec.feedback().contains("nack");
      types.media(
          codec.payloadType(), Format.ofMime(codec.mime()), Math.max(1, codec.clockRate()), nack);
      if (codec.rtxPayloadType() >= 0) {
        types.rtx(codec.rtxPayloadType(), codec.payloadType());
      }
    }
    return types;
  }

  PublishedTrack publish(TrackSpec spec) {
    PublishedTrack old = tracks.get(spec.sid());
    if (old != null) {
      throw new IllegalArgumentException("published already: " + spec.sid());
    }
    PublishedTrack track = new PublishedTrack(this, spec);
    tracks.put(spec.sid(), track);
    for (int i = 0; i < spec.encodings().size(); i++) {
      EncodingSpec encoding = spec.encodings().get(i);
      streams.announce(
          spec.mid(),
          encoding.rid(),
          encoding.ssrc(),
          encoding.rtxSsrc(),
          track.encodings().get(i));
    }
    return track;
  }

  ReceivePipeline newPipeline(PublishedTrack track, Layer layer) {
    return new ReceivePipeline(layer, room.traffic().drops(), track::packet, this, senderClock);
  }

  void rtp(PacketBuffer buffer) {
    room.traffic().received().increment();
    if (!limit.passes(buffer.arrivalNanos())) {
      drop(DropReason.TOO_MANY_PACKETS);
      return;
    }
    if (!room.buffers().charge(buffer)) {
      drop(DropReason.POOL_EMPTY);
      return;
    }
    if (!packet.wrap(buffer)) {
      drop(DropReason.RTP_MALFORMED);
      return;
    }
    RtpPacket rtp = packet.rtp();
    twcc.record(rtp, packet.arrivalNanos());
    int stream = streams.find(rtp, types);
    if (stream < 0) {
      drop(DropReason.UNKNOWN_STREAM);
    } else if (!allowed) {
      drop(DropReason.NOT_ALLOWED);
    } else {
      streams.pipeline(stream).receive(packet, streams.isRtx(stream), types);
    }
  }

  boolean admitsRtcp(PacketBuffer compound) {
    boolean admitted = limit.passesRtcp(compound.length(), compound.arrivalNanos());
    if (!admitted) {
      drop(DropReason.TOO_MUCH_RTCP);
    }
    return admitted;
  }

  /** Whether others may get it; if not it is counted, and its sender told. */
  boolean allows(PublishedTrack track, MediaPacket passing) {
    long now = passing.arrivalNanos();
    if (allowance.passes(track.spec(), passing.buffer().length(), now)) {
      return true;
    }
    drop(DropReason.TOO_MANY_BITS);
    if (allowance.wordDue(now)) {
      listener.tooMuch(track, allowance.limit(track.spec()));
    }
    return false;
  }

  void observeLevel(RtpPacket rtp) {
    int at = audioLevelId == 0 ? -1 : rtp.findExtension(audioLevelId);
    if (at >= 0 && types.format(rtp.payloadType()) == Format.AUDIO) {
      int rate = types.clockRate(rtp.payloadType());
      int claimed = AudioLevel.level(rtp.buffer().get(at));
      level.observe(claimed, rtp.timestamp(), rate, rtp.payloadLength());
    }
  }

  void drop(DropReason reason) {
    room.traffic().drops().count(reason);
  }

  void senderReport(int ssrc, long ntp, int timestamp) {
    int stream = streams.findMedia(ssrc);
    if (stream >= 0) {
      long nanos = NtpTime.toNanos(ntp);
      streams.pipeline(stream).senderReport(ntp, nanos, timestamp, room.time().now());
    }
  }

  void firstPacket(PublishedTrack track, MediaPacket first, boolean ofTrack) {
    if (ofTrack) {
      listener.trackLive(track);
    }
    listener.layerSeen(track, first.layer(), first.rtp().ssrc());
  }

  @Override
  public void ssrcKnown(ReceivePipeline stream) {
    // Told with its first packet, by firstPacket.
  }

  @Override
  public void requestKeyframe(int ssrc) {
    outbox.pictureLoss(ssrc);
  }

  /** Every few milliseconds: asks for what is lost. */
  void askAgain(long now) {
    long rtt = rttNanos();
    for (PublishedTrack track : tracks.values()) {
      List<ReceivePipeline> encodings = track.encodings();
      for (int i = 0; i < encodings.size(); i++) {
        encodings.get(i).tick(now, rtt, nacks);
      }
    }
  }

  void tellArrivals() {
    twcc.tell(arrivals);
  }

  void report(long now) {
    for (PublishedTrack track : tracks.values()) {
      for (ReceivePipeline encoding : track.encodings()) {
        report(encoding.ssrc(), encoding.stats(), now);
        report(encoding.rtxSsrc(), encoding.rtxStats(), now);
      }
    }
  }

  private void report(int ssrc, ReceiveStats stats, long now) {
    if (ssrc != 0 && stats.active()) {
      outbox.reportBlock(
          ssrc,
          stats.takeFractionLost(),
          stats.lost(),
          stats.highest(),
          stats.jitter(),
          stats.lastSenderReport(),
          stats.delaySinceLastSenderReport(now));
    }
  }

  void checkLayers() {
    for (PublishedTrack track : List.copyOf(tracks.values())) {
      if (track.activity().tick()) {
        listener.layersChanged(track);
      }
    }
  }

  void ended(PublishedTrack track) {
    if (tracks.remove(track.sid(), track)) {
      track.encodings().forEach(streams::forget);
    }
  }

  void end() {
    List.copyOf(tracks.values()).forEach(PublishedTrack::unpublish);
  }

  void allow(boolean nowAllowed) {
    allowed = nowAllowed;
  }

  AudioLevelMeter level() {
    return level;
  }

  Map<String, PublishedTrack> tracks() {
    return tracks;
  }

  String cname() {
    return cname;
  }

  List<RtpCodec> codecs() {
    return codecs;
  }

  long rttNanos() {
    return outgoing.rttNanos();
  }
}
