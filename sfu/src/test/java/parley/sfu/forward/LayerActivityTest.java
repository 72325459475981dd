package parley.sfu.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.sfu.packet.Layer;

class LayerActivityTest {
  private final LayerActivity activity = new LayerActivity();

  private void ticks(int count, Layer... flowing) {
    for (int i = 0; i < count; i++) {
      for (Layer layer : flowing) {
        activity.seen(layer);
      }
      activity.tick();
    }
  }

  @Test
  void nothingFlowsAtFirst() {
    assertThat(activity.bestUpTo(Layer.HIGH)).isNull();
  }

  @Test
  void requestsAreClampedToWhatFlows() {
    ticks(1, Layer.LOW, Layer.MEDIUM);
    assertThat(activity.bestUpTo(Layer.HIGH)).isEqualTo(Layer.MEDIUM);
    assertThat(activity.bestUpTo(Layer.LOW)).isEqualTo(Layer.LOW);
  }

  @Test
  void singleEncodingServesEveryRequest() {
    ticks(1, Layer.HIGH);
    assertThat(activity.bestUpTo(Layer.LOW)).isEqualTo(Layer.HIGH);
  }

  @Test
  void layerDiesWhenItIsSilentWhileAnotherGoesOn() {
    ticks(4, Layer.LOW, Layer.HIGH);
    ticks(6, Layer.LOW);
    assertThat(activity.live(Layer.HIGH)).isFalse();
    activity.seen(Layer.HIGH);
    assertThat(activity.live(Layer.HIGH)).isTrue();
  }

  @Test
  void stillScreenKeepsItsLayers() {
    ticks(4, Layer.LOW, Layer.MEDIUM);
    for (int i = 0; i < 20; i++) {
      ticks(1, Layer.LOW);
      ticks(3);
    }
    assertThat(activity.live(Layer.MEDIUM)).isTrue();
    ticks(40);
    assertThat(activity.live(Layer.MEDIUM)).isTrue();
  }

  @Test
  void tellsChangesOnce() {
    activity.seen(Layer.LOW);
    assertThat(activity.tick()).isTrue();
    assertThat(activity.tick()).isFalse();
  }
}
