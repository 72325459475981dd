package parley.sfu.receive;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.Layer;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PacketSink;
import parley.sfu.packet.SenderClock;
import parley.sfu.packet.StreamClock;
import parley.wire.rtp.ExtendedSequenceNumber;
import parley.wire.rtp.RtpPacket;

/**
 * The way of one encoding's packets through the receiving side: unwrap retransmissions, drop
 * duplicates, note losses, count, read the codec's header, pass on. (Arrivals were noted for TWCC
 * before, for packets of no known stream have to be, too.)
 */
public final class ReceivePipeline {
  private static final long LOW_INTERVAL = 500_000_000L;
  private static final long INTERVAL = 1_000_000_000L;

  private static final int RTX_RATE = 90_000;

  private final Layer layer;
  private final Drops drops;
  private final PacketSink sink;
  private final StreamListener listener;
  private final SenderClock senderClock;
  private final RtxUnwrapper unwrapper;
  private final SequenceGuard sequence = new SequenceGuard();
  private final DuplicateFilter duplicates = new DuplicateFilter();
  private final NackGenerator nacks = new NackGenerator();
  private final ReceiveStats stats = new ReceiveStats();
  private final ExtendedSequenceNumber rtxSequence = new ExtendedSequenceNumber();
  private final ReceiveStats rtxStats = new ReceiveStats();
  private final CodecReader codecReader = new CodecReader();
  private final KeyframeRequester keyframes;
  private @Nullable StreamClock clock;
  private int ssrc;
  private int rtxSsrc;

  /** A stream that waits for its SSRC. */
  public ReceivePipeline(
      Layer layer, Drops drops, PacketSink sink, StreamListener listener, SenderClock senderClock) {
    this.layer = layer;
    this.drops = drops;
    this.sink = sink;
    this.listener = listener;
    this.senderClock = senderClock;
    unwrapper = new RtxUnwrapper(drops);
    keyframes = new KeyframeRequester(layer == Layer.LOW ? LOW_INTERVAL : INTERVAL);
  }

  void bind(int newSsrc, boolean rtx) {
    if (rtx) {
      rtxSsrc = newSsrc;
      rtxSequence.reset();
      rtxStats.restart();
      return;
    }
    ssrc = newSsrc;
    restart();
    listener.ssrcKnown(this);
  }

  private void restart() {
    clock = null;
    sequence.reset();
    duplicates.reset();
    nacks.reset();
    stats.restart();
  }

  /** Takes a packet of this stream. */
  public void receive(MediaPacket packet, boolean rtx, PayloadTypes types) {
    if (rtx) {
      noteRtx(packet);
      if (!unwrapper.unwrap(packet, ssrc, types)) {
        return;
      }
    }
    Format format = types.format(packet.rtp().payloadType());
    if (format == null) {
      drops.count(DropReason.UNKNOWN_PAYLOAD_TYPE);
      return;
    }
    if (place(packet, types) && firstTime(packet)) {
      note(packet, types);
      codecReader.read(packet, format);
      if (packet.keyframe()) {
        keyframes.keyframeCame();
      }
      sink.packet(packet);
    }
  }

  private boolean place(MediaPacket packet, PayloadTypes types) {
    RtpPacket rtp = packet.rtp();
    long before = sequence.highest();
    long extended = extend(packet, rtp);
    if (extended < 0) {
      drops.count(packet.retransmitted() ? DropReason.RTX_UNKNOWN : DropReason.SEQUENCE_JUMP);
      return false;
    }
    StreamClock known = clock;
    if (known == null) {
      known = new StreamClock(senderClock, Math.max(1, types.clockRate(rtp.payloadType())));
      clock = known;
    }
    if (!packet.retransmitted()) {
      known.arrived(rtp.timestamp(), packet.arrivalNanos());
    }
    packet.place(layer, known, extended, extended > before || before < 0);
    return true;
  }

  private long extend(MediaPacket packet, RtpPacket rtp) {
    if (packet.retransmitted()) {
      return sequence.extendRetransmitted(rtp.sequenceNumber());
    }
    long extended = sequence.extend(rtp.sequenceNumber());
    if (extended == SequenceGuard.RESTARTED) {
      restart();
      extended = sequence.extend(rtp.sequenceNumber());
    }
    return extended;
  }

  private boolean firstTime(MediaPacket packet) {
    long number = packet.sequenceNumber();
    if (duplicates.tooOld(number)) {
      drops.count(DropReason.TOO_OLD);
      return false;
    }
    if (!duplicates.add(number)) {
      drops.count(DropReason.DUPLICATE);
      return false;
    }
    return true;
  }

  private void note(MediaPacket packet, PayloadTypes types) {
    RtpPacket rtp = packet.rtp();
    int type = rtp.payloadType();
    long now = packet.arrivalNanos();
    if (types.nack(type) && !nacks.arrived(packet.sequenceNumber(), now)) {
      requestKeyframe(now);
    }
    if (packet.retransmitted()) {
      stats.recovered(rtp.length());
    } else {
      stats.received(
          packet.sequenceNumber(), rtp.timestamp(), rtp.length(), now, types.clockRate(type));
    }
  }

  private void noteRtx(MediaPacket packet) {
    RtpPacket rtp = packet.rtp();
    long number = rtxSequence.extend(rtp.sequenceNumber());
    rtxStats.received(number, rtp.timestamp(), rtp.length(), packet.arrivalNanos(), RTX_RATE);
  }

  /** A sender report of this stream came. */
  public void senderReport(long ntp, long ntpNanos, int timestamp, long now) {
    StreamClock known = clock;
    if (known != null) {
      known.reported(ntpNanos, timestamp, now);
      stats.senderReported(ntp, now);
    }
  }

  /** Wants a keyframe: asks for it now, or as soon as it may. */
  public void requestKeyframe(long now) {
    if (ssrc != 0 && keyframes.request(now)) {
      listener.requestKeyframe(ssrc);
    }
  }

  /** What has to be done again and again, every few milliseconds. */
  public void tick(long now, long rttNanos, NackSink sender) {
    if (ssrc == 0) {
      return;
    }
    nacks.askAgain(ssrc, now, rttNanos, sender);
    if (keyframes.due(now)) {
      listener.requestKeyframe(ssrc);
    }
  }

  public Layer layer() {
    return layer;
  }

  /** 0 while unknown. */
  public int ssrc() {
    return ssrc;
  }

  /** 0 while unknown. */
  public int rtxSsrc() {
    return rtxSsrc;
  }

  public ReceiveStats stats() {
    return stats;
  }

  /** Of the stream of retransmissions. */
  public ReceiveStats rtxStats() {
    return rtxStats;
  }

  public long keyframeRequests() {
    return keyframes.requests();
  }
}
