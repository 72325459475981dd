package parley.mediaserver.room;

import java.util.List;
import livekit.LivekitModels.VideoLayer;
import livekit.LivekitRtc.UpdateTrackSettings;
import parley.sfu.packet.Layer;

/** Which layer a receiver needs for the size it shows. */
final class LayerChoice {
  /** A layer this much smaller than the tile is still good enough. */
  private static final double TOLERANCE = 0.9;

  private LayerChoice() {}

  /** The smallest layer that covers the wanted size; without a size, the wanted quality. */
  static Layer of(List<VideoLayer> layers, UpdateTrackSettings wanted) {
    if (wanted.getWidth() <= 0 || wanted.getHeight() <= 0) {
      return quality(wanted);
    }
    Layer best = Layer.HIGH;
    for (int i = layers.size() - 1; i >= 0; i--) {
      VideoLayer layer = layers.get(i);
      if (covers(layer, wanted)) {
        best = Layer.values()[Math.min(2, Math.max(0, layer.getQualityValue()))];
      }
    }
    return best;
  }

  private static Layer quality(UpdateTrackSettings wanted) {
    return switch (wanted.getQuality()) {
      case LOW -> Layer.LOW;
      case MEDIUM -> Layer.MEDIUM;
      default -> Layer.HIGH;
    };
  }

  /** Compares shorter edges, so that a turned phone is judged like an upright one. */
  private static boolean covers(VideoLayer layer, UpdateTrackSettings wanted) {
    int has = Math.min(layer.getWidth(), layer.getHeight());
    int needs = Math.min(wanted.getWidth(), wanted.getHeight());
    return has >= needs * TOLERANCE;
  }
}
