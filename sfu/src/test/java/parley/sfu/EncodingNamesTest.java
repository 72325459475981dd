package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.sfu.packet.Layer;
import parley.sfu.receive.ReceivePipeline;

class EncodingNamesTest {
  private final VirtualCall call = new VirtualCall();

  /** Two encodings never share a layer, whatever they are called. */
  @ParameterizedTest
  @CsvSource({
    "'', HIGH",
    "q h f, LOW MEDIUM HIGH",
    "f q h, HIGH LOW MEDIUM",
    "1, HIGH",
    "1 2, MEDIUM HIGH",
    "1 2 3, LOW MEDIUM HIGH",
    "h 1 2, MEDIUM LOW HIGH",
    "f 1 2, HIGH LOW MEDIUM",
    "1 q 2, MEDIUM LOW HIGH"
  })
  void layersOf(String rids, String layers) {
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast(rids.split(" ", -1)));
    List<Layer> expected = Arrays.stream(layers.split(" ")).map(Layer::valueOf).toList();
    assertThat(track.encodings().stream().map(ReceivePipeline::layer).toList()).isEqualTo(expected);
  }

  @Test
  void moreEncodingsThanLayersAreNoTrack() {
    assertThatThrownBy(() -> VirtualCall.simulcast("1", "2", "3", "4"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
