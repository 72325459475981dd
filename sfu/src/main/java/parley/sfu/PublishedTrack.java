package parley.sfu;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.sfu.forward.LayerActivity;
import parley.sfu.forward.Router;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Layer;
import parley.sfu.packet.MediaPacket;
import parley.sfu.receive.ReceivePipeline;
import parley.sfu.receive.ReceiveStats;

/** A track as its sender gives it. */
public final class PublishedTrack {
  private final Incoming owner;
  private final TrackSpec spec;
  private final Router router = new Router();
  private final List<ReceivePipeline> encodings = new ArrayList<>();
  private final List<SubscribedTrack> subscribed = new ArrayList<>();
  private final Set<Layer> seen = EnumSet.noneOf(Layer.class);
  private boolean muted;

  PublishedTrack(Incoming owner, TrackSpec spec) {
    this.owner = owner;
    this.spec = spec;
    for (Layer layer : layers(spec.encodings())) {
      encodings.add(owner.newPipeline(this, layer));
    }
  }

  // LiveKit's names tell the layer; other names rise to HIGH over the layers that nobody named.
  private static List<Layer> layers(List<EncodingSpec> specs) {
    List<Layer> free = new ArrayList<>(List.of(Layer.values()));
    int unnamed = 0;
    for (EncodingSpec spec : specs) {
      Layer named = Layer.ofRid(spec.rid());
      if (named == null) {
        unnamed++;
      } else {
        free.remove(named);
      }
    }
    Iterator<Layer> rising = free.subList(free.size() - unnamed, free.size()).iterator();
    List<Layer> layers = new ArrayList<>();
    for (EncodingSpec spec : specs) {
      Layer named = Layer.ofRid(spec.rid());
      layers.add(named == null ? rising.next() : named);
    }
    return layers;
  }

  public String sid() {
    return spec.sid();
  }

  public TrackKind kind() {
    return spec.kind();
  }

  public TrackSpec spec() {
    return spec;
  }

  /** True once a packet of it has come. */
  public boolean live() {
    return !seen.isEmpty();
  }

  /** Layers that flow now (a packet within about a second). */
  public Set<Layer> layers() {
    Set<Layer> live = EnumSet.noneOf(Layer.class);
    for (Layer layer : seen) {
      if (activity().live(layer)) {
        live.add(layer);
      }
    }
    return live;
  }

  /** While muted none of its packets is forwarded, whatever the sender does. */
  public void muted(boolean nowMuted) {
    if (muted != nowMuted) {
      muted = nowMuted;
      subscribed.forEach(SubscribedTrack::restart);
    }
  }

  /** Whether it is muted here. */
  public boolean muted() {
    return muted;
  }

  /** Of all its encodings together. */
  public TrackStats stats() {
    long packets = 0;
    long bytes = 0;
    long lost = 0;
    long retransmitted = 0;
    long requests = 0;
    long jitter = 0;
    for (ReceivePipeline encoding : encodings) {
      ReceiveStats stats = encoding.stats();
      packets += stats.packets();
      bytes += stats.bytes();
      lost += stats.lost();
      retransmitted += stats.retransmitted();
      requests += encoding.keyframeRequests();
      jitter = Math.max(jitter, stats.jitterNanos());
    }
    double loss = lost <= 0 ? 0 : (double) lost / (packets + lost);
    Duration rtt = Duration.ofNanos(owner.rttNanos());
    return new TrackStats(
        packets, bytes, lost, retransmitted, requests, loss, Duration.ofNanos(jitter), rtt);
  }

  /** Ends the track and its subscriptions; later packets of it are dropped. */
  public void unpublish() {
    List.copyOf(subscribed).forEach(SubscribedTrack::unsubscribe);
    owner.ended(this);
  }

  void packet(MediaPacket packet) {
    if (seen.add(packet.layer())) {
      owner.firstPacket(this, packet, seen.size() == 1);
    }
    if (muted) {
      owner.drop(DropReason.MUTED);
      return;
    }
    if (!owner.allows(this, packet)) {
      return;
    }
    if (spec.kind() == TrackKind.AUDIO) {
      owner.observeLevel(packet.rtp());
    }
    router.packet(packet);
  }

  void requestKeyframe(@Nullable Layer layer, long now) {
    for (ReceivePipeline encoding : encodings) {
      if (encoding.layer() == layer) {
        encoding.requestKeyframe(now);
      }
    }
  }

  void subscribed(SubscribedTrack track) {
    subscribed.add(track);
  }

  void unsubscribed(SubscribedTrack track) {
    subscribed.remove(track);
  }

  List<SubscribedTrack> subscribed() {
    return subscribed;
  }

  List<ReceivePipeline> encodings() {
    return encodings;
  }

  Router router() {
    return router;
  }

  LayerActivity activity() {
    return router.activity();
  }

  Incoming owner() {
    return owner;
  }
}
