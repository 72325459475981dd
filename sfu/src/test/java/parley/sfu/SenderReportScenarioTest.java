package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.sfu.packet.Layer;

class SenderReportScenarioTest {
  private static final int SSRC = 777_000;

  private final VirtualCall call = new VirtualCall();
  private final PublishedTrack track =
      call.join("PA_a").publish(VirtualCall.simulcast("q", "h", "f"));
  private final VideoSender camera = call.camera(call.perfect(), call.perfect(), "q", "h", "f");
  private final SubscribedTrack subscribed =
      call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, SSRC + 1));
  private final VideoReceiver screen =
      call.screen(SSRC, SSRC + 1, call.perfect(), new Link(call.loop, 1, 0, 30, 0));

  @Test
  void reportsComeEveryThreeSecondsOnOneTimeline() {
    camera.start();
    camera.reportEverySecond();
    call.run(4_000);
    subscribed.targetLayer(Layer.LOW);
    call.run(4_000);
    subscribed.targetLayer(Layer.HIGH);
    call.run(12_000);
    assertThat(screen.senderReports).hasSizeBetween(6, 8);
    for (int i = 1; i < screen.senderReports.size(); i++) {
      long ntp = screen.senderReports.get(i) - screen.senderReports.get(i - 1);
      long timestamps = screen.reportedTimestamps.get(i) - screen.reportedTimestamps.get(i - 1);
      assertThat(timestamps / 90_000.0)
          .isBetween(ntp / 4294967296.0 - 0.01, ntp / 4294967296.0 + 0.01);
    }
    assertThat(screen.complaints()).isEmpty();
  }

  @Test
  void roundTripIsMeasured() {
    camera.start();
    call.run(10_000);
    assertThat(subscribed.stats().rtt().toMillis()).isBetween(30L, 33L);
  }

  @Test
  void layersWithReportsAreAlignedToTheTick() {
    camera.start();
    camera.reportEverySecond();
    call.run(4_000);
    int before = camera.encodings.getFirst().timestampOffset;
    subscribed.targetLayer(Layer.LOW);
    call.run(2_000);
    var last = screen.got.lastEntry().getValue();
    // The camera stamps all encodings with one clock and another offset each; the lowest began.
    long expected = (last.at() - 32_000_000L) / 1_000_000 * 90 + before;
    assertThat((int) expected - last.timestamp()).isBetween(-200, 200);
  }
}
