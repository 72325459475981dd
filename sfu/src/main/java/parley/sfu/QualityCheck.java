package parley.sfu;

import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import parley.sfu.feedback.QualityScore;
import parley.sfu.packet.Layer;

/** Judges a participant by its worst track, in both directions. */
final class QualityCheck {
  private static final double EXCELLENT = 80;
  private static final double GOOD = 40;
  private static final double MILLI = 1e6;

  /** One direction of one track since it was first looked at. */
  private static final class Judged {
    final QualityScore score = new QualityScore();
    long packets;
    long lost;
  }

  private final Incoming incoming;
  private final Outgoing outgoing;
  private final ParticipantListener listener;
  private final Map<Object, Judged> judged = new WeakHashMap<>();
  private @Nullable Quality told;

  QualityCheck(Incoming incoming, Outgoing outgoing, ParticipantListener listener) {
    this.incoming = incoming;
    this.outgoing = outgoing;
    this.listener = listener;
  }

  /** Looks at the time since the last call, and tells if the verdict changed. */
  void check(boolean silent) {
    double worst = silent ? 0 : worst();
    Quality quality = silent ? Quality.LOST : of(worst);
    if (quality != told) {
      told = quality;
      listener.quality(quality, QualityScore.opinion(worst));
    }
  }

  private static Quality of(double score) {
    return score > EXCELLENT ? Quality.EXCELLENT : score > GOOD ? Quality.GOOD : Quality.POOR;
  }

  private double worst() {
    double worst = QualityScore.BEST;
    for (PublishedTrack track : incoming.tracks().values()) {
      if (track.live() && !track.muted()) {
        worst = Math.min(worst, judge(track, track.kind(), track.stats(), missingLayers(track)));
      }
    }
    for (SubscribedTrack track : outgoing.tracks()) {
      if (!track.paused()) {
        worst = Math.min(worst, judge(track, track.track().kind(), track.stats(), 0));
      }
    }
    return worst;
  }

  private double judge(Object track, TrackKind kind, TrackStats stats, int missingLayers) {
    Judged one = judged.computeIfAbsent(track, any -> new Judged());
    long packets = stats.packets() - one.packets;
    long lost = Math.max(0, stats.lost() - one.lost);
    one.packets = stats.packets();
    one.lost = stats.lost();
    double weight =
        kind == TrackKind.AUDIO ? QualityScore.AUDIO_LOSS_WEIGHT : QualityScore.VIDEO_LOSS_WEIGHT;
    double loss = packets + lost == 0 ? 0 : Math.min(1, (double) lost / Math.max(packets, lost));
    double rtt = stats.rtt().toNanos() / MILLI;
    one.score.window(loss, weight, rtt, stats.jitter().toNanos() / MILLI, missingLayers);
    return one.score.score();
  }

  // How far the best layer that flows lies below the best that was announced.
  private static int missingLayers(PublishedTrack track) {
    int announced = 0;
    int flowing = 0;
    for (var encoding : track.encodings()) {
      announced = Math.max(announced, encoding.layer().ordinal());
    }
    for (Layer layer : track.layers()) {
      flowing = Math.max(flowing, layer.ordinal());
    }
    return track.encodings().size() > 1 ? announced - flowing : 0;
  }
}
