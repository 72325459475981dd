package parley.sfu.forward;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.Layer;

/**
 * Which layers of a track flow. A layer lives from its first packet until it has been silent for a
 * second while another went on: when all are silent (a still screen, a muted camera) nothing has
 * changed.
 */
public final class LayerActivity {
  private static final Layer[] LAYERS = Layer.values();

  /** Slots of {@link #tick} that are looked back on; four of 250 ms. */
  private static final int HISTORY = 0b1111;

  private static final int GOES_ON = 3;

  private final int[] history = new int[LAYERS.length];
  private final boolean[] live = new boolean[LAYERS.length];
  private final boolean[] told = new boolean[LAYERS.length];

  /** A packet of this layer came. */
  void seen(Layer layer) {
    history[layer.ordinal()] |= 1;
    live[layer.ordinal()] = true;
  }

  /** Every 250 ms; true when a layer began to flow or has stopped since the last time. */
  public boolean tick() {
    for (int i = 0; i < LAYERS.length; i++) {
      if (live[i] && (history[i] & HISTORY) == 0 && anotherGoesOn()) {
        live[i] = false;
      }
    }
    for (int i = 0; i < LAYERS.length; i++) {
      history[i] = history[i] << 1 & HISTORY;
    }
    boolean changed = !Arrays.equals(live, told);
    System.arraycopy(live, 0, told, 0, live.length);
    return changed;
  }

  private boolean anotherGoesOn() {
    for (int slots : history) {
      if (Integer.bitCount(slots & HISTORY) >= GOES_ON) {
        return true;
      }
    }
    return false;
  }

  public boolean live(Layer layer) {
    return live[layer.ordinal()];
  }

  /**
   * The best layer that flows up to {@code max}; if there is none the lowest that flows; null if
   * none does.
   */
  @Nullable Layer bestUpTo(Layer max) {
    for (int i = max.ordinal(); i >= 0; i--) {
      if (live[i]) {
        return LAYERS[i];
      }
    }
    for (int i = max.ordinal() + 1; i < LAYERS.length; i++) {
      if (live[i]) {
        return LAYERS[i];
      }
    }
    return null;
  }
}
