package parley.sfu.forward;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.Layer;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.StreamClock;

/**
 * Decides per packet whether its layer passes to one receiver. Changes the layer only at a keyframe
 * of the wanted one, and keeps the old one until then.
 */
final class LayerSelector {
  private final LayerActivity activity;
  private Layer max = Layer.HIGH;
  private @Nullable Layer current;
  private @Nullable StreamClock stream;
  private boolean brokenOff;

  LayerSelector(LayerActivity activity) {
    this.activity = activity;
  }

  void max(Layer layer) {
    max = layer;
  }

  Layer max() {
    return max;
  }

  @Nullable Layer current() {
    return current;
  }

  /** Goes on only at a keyframe. */
  void stop() {
    current = null;
    stream = null;
    brokenOff = false;
  }

  /** The layer to be sent; null while none flows. */
  @Nullable Layer wanted() {
    return activity.bestUpTo(max);
  }

  /** The layer whose keyframe is waited for; null when there is nothing to wait for. */
  @Nullable Layer awaited() {
    Layer wanted = wanted();
    return wanted == current && !brokenOff ? null : wanted;
  }

  /** Whether the packet goes on the way it went before. */
  boolean continues(MediaPacket packet) {
    return packet.clock() == stream;
  }

  /**
   * Whether to change to the packet's stream here; then it is the current one. A keyframe whose
   * beginning comes late is no place to begin: the rest of it has been dropped. Another stream of
   * the present layer (a new SSRC, a restarted sequence) has taken the place of the one that went
   * before, so its keyframe has to be asked for.
   */
  boolean changes(MediaPacket packet) {
    if (!packet.keyframe() || !packet.newest() || !wants(packet.layer())) {
      brokenOff |= packet.layer() == current;
      return false;
    }
    brokenOff = false;
    current = packet.layer();
    stream = packet.clock();
    return true;
  }

  private boolean wants(Layer layer) {
    boolean better = current == null && layer.ordinal() <= max.ordinal();
    return layer == current || better || layer == wanted();
  }
}
