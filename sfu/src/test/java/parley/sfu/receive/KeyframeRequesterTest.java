package parley.sfu.receive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyframeRequesterTest {
  private final KeyframeRequester requester = new KeyframeRequester(1000);

  @Test
  void firstRequestGoesAtOnceTheNextOneWaits() {
    assertThat(requester.request(0)).isTrue();
    assertThat(requester.request(10)).isFalse();
    assertThat(requester.due(999)).isFalse();
    assertThat(requester.due(1000)).isTrue();
    assertThat(requester.due(5000)).isFalse();
    assertThat(requester.requests()).isEqualTo(2);
  }

  @Test
  void keyframeAnswersTheWaitingRequest() {
    requester.request(0);
    requester.request(10);
    requester.keyframeCame();
    assertThat(requester.due(1000)).isFalse();
  }
}
