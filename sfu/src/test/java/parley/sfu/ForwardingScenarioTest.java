package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Layer;

class ForwardingScenarioTest {
  private static final int SSRC = 777_000;
  private static final int RTX_SSRC = 777_001;

  @Test
  void picturesReachTheReceiverUnderItsOwnNumbers() {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast(""));
    VideoSender camera = call.camera(call.perfect(), call.perfect(), "");
    SubscribedTrack subscribed =
        call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    VideoReceiver screen = call.screen(SSRC, RTX_SSRC, call.perfect(), call.perfect());
    camera.start();
    call.run(5_000);
    assertThat(screen.complaints()).isEmpty();
    assertThat(screen.missing()).isEmpty();
    assertThat(screen.got).hasSizeGreaterThan(140);
    assertThat(track.live()).isTrue();
    assertThat(subscribed.stats().packets()).isEqualTo(screen.got.size());
  }

  @ParameterizedTest
  @CsvSource({"0.05,1", "0.05,2", "0.10,3", "0.10,4"})
  void everyLostPacketIsRecovered(double loss, long seed) {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast("q", "h", "f"));
    Link up = new Link(call.loop, seed, loss, 25, 5);
    Link toCamera = new Link(call.loop, seed + 10, loss, 25, 5);
    VideoSender camera = call.camera(up, toCamera, "q", "h", "f");
    call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    Link down = new Link(call.loop, seed + 20, loss, 25, 5);
    VideoReceiver screen =
        call.screen(SSRC, RTX_SSRC, new Link(call.loop, seed + 30, loss, 25, 5), down);
    camera.start();
    camera.reportEverySecond();
    call.run(20_000);
    // What was lost last is still being asked for.
    Long settled = screen.got.lastKey() - 200;
    assertThat(screen.missing()).allMatch(number -> number > settled);
    assertThat(screen.repaired).isPositive();
    assertThat(down.lost).isPositive();
    assertThat(camera.nacks).isPositive();
    screen.got.tailMap(settled).clear();
    assertThat(screen.complaints()).isEmpty();
    assertThat(screen.lastEncoding()).isEqualTo(2);
  }

  @Test
  void withoutRtxLostPacketsComeAgainOnTheirOwnStream() {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast(""));
    VideoSender camera = call.camera(call.perfect(), call.perfect(), "");
    call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, 0));
    VideoReceiver screen = call.screen(SSRC, 0, call.perfect(), new Link(call.loop, 5, 0.1, 20, 0));
    camera.start();
    call.run(10_000);
    Long settled = screen.got.lastKey() - 50;
    assertThat(screen.missing()).allMatch(number -> number > settled);
    assertThat(screen.repaired).isZero();
  }

  @Test
  void layersChangeAtKeyframesOnlyAndNothingFreezes() {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast("h", "q", "f"));
    VideoSender camera = call.camera(call.perfect(), call.perfect(), "q", "h", "f");
    SubscribedTrack subscribed =
        call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    VideoReceiver screen = call.screen(SSRC, RTX_SSRC, call.perfect(), call.perfect());
    camera.start();
    camera.reportEverySecond();
    call.run(3_000);
    assertThat(subscribed.currentLayer()).isEqualTo(Layer.HIGH);
    for (Layer layer : new Layer[] {Layer.LOW, Layer.HIGH, Layer.MEDIUM, Layer.LOW, Layer.HIGH}) {
      subscribed.targetLayer(layer);
      call.run(2_500);
      assertThat(subscribed.currentLayer()).isEqualTo(layer);
      assertThat(screen.lastEncoding()).isEqualTo(layer.ordinal());
    }
    assertThat(screen.complaints()).isEmpty();
    assertThat(screen.missing()).isEmpty();
  }

  @Test
  void layerThatStopsIsReplacedByALowerOneAndComesBack() {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast("q", "h", "f"));
    VideoSender camera = call.camera(call.perfect(), call.perfect(), "q", "h", "f");
    SubscribedTrack subscribed =
        call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    VideoReceiver screen = call.screen(SSRC, RTX_SSRC, call.perfect(), call.perfect());
    camera.start();
    call.run(3_000);
    camera.encodings.get(2).on = false;
    call.run(2_000);
    assertThat(subscribed.currentLayer()).isEqualTo(Layer.MEDIUM);
    assertThat(track.layers()).containsExactly(Layer.LOW, Layer.MEDIUM);
    camera.encodings.get(2).on = true;
    call.run(2_000);
    assertThat(subscribed.currentLayer()).isEqualTo(Layer.HIGH);
    assertThat(screen.complaints()).noneMatch(one -> !one.startsWith("timestamp jumps"));
    assertThat(screen.missing()).isEmpty();
  }

  @Test
  void pauseStopsAndResumeBeginsWithAKeyframe() {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast(""));
    VideoSender camera = call.camera(call.perfect(), call.perfect(), "");
    SubscribedTrack subscribed =
        call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    VideoReceiver screen = call.screen(SSRC, RTX_SSRC, call.perfect(), call.perfect());
    camera.start();
    call.run(2_000);
    subscribed.pause();
    call.run(100);
    int before = screen.got.size();
    call.run(2_000);
    assertThat(screen.got).hasSize(before);
    subscribed.resume();
    call.run(2_000);
    assertThat(screen.got).hasSizeGreaterThan(before + 50);
    assertThat(screen.missing()).isEmpty();
    assertThat(screen.complaints()).noneMatch(one -> !one.startsWith("timestamp jumps"));
  }

  @Test
  void mutedTrackIsNotForwarded() {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast(""));
    VideoSender camera = call.camera(call.perfect(), call.perfect(), "");
    call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    VideoReceiver screen = call.screen(SSRC, RTX_SSRC, call.perfect(), call.perfect());
    track.muted(true);
    camera.start();
    call.run(2_000);
    assertThat(screen.got).isEmpty();
    track.muted(false);
    call.run(2_000);
    assertThat(screen.got).isNotEmpty();
    assertThat(screen.complaints()).isEmpty();
  }

  @Test
  void whoMayNotPublishIsNotForwarded() {
    VirtualCall call = new VirtualCall();
    Participant sender = call.join("PA_a");
    PublishedTrack track = sender.publish(VirtualCall.simulcast(""));
    sender.allowPublish(false);
    VideoSender camera = call.camera(call.perfect(), call.perfect(), "");
    call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    VideoReceiver screen = call.screen(SSRC, RTX_SSRC, call.perfect(), call.perfect());
    camera.start();
    call.run(1_000);
    assertThat(screen.got).isEmpty();
    assertThat(call.loop.drops().of(DropReason.NOT_ALLOWED)).isPositive();
  }

  @Test
  void paddingIsNotForwardedAndLeavesNoHole() {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast(""));
    VideoSender camera = call.camera(call.perfect(), call.perfect(), "");
    call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    VideoReceiver screen = call.screen(SSRC, RTX_SSRC, call.perfect(), call.perfect());
    camera.sendRtxPadding(camera.encodings.getFirst());
    camera.start();
    for (int i = 0; i < 50; i++) {
      call.run(37);
      camera.sendPadding(camera.encodings.getFirst());
      camera.sendRtxPadding(camera.encodings.getFirst());
    }
    call.run(10);
    assertThat(screen.complaints()).isEmpty();
    assertThat(screen.missing()).isEmpty();
    assertThat(screen.empty).isZero();
    assertThat(call.loop.drops().of(DropReason.PADDING_ONLY)).isPositive();
    assertThat(call.loop.drops().of(DropReason.RTX_PADDING)).isEqualTo(51);
  }

  @Test
  void lostPaddingFillsItsPlaceWhenItComesLate() {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast(""));
    VideoSender camera = call.camera(new Link(call.loop, 8, 0.1, 5, 20), call.perfect(), "");
    call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    VideoReceiver screen = call.screen(SSRC, RTX_SSRC, call.perfect(), call.perfect());
    camera.start();
    for (int i = 0; i < 100; i++) {
      call.run(37);
      camera.sendPadding(camera.encodings.getFirst());
    }
    call.run(1_000);
    screen.got.tailMap(screen.got.lastKey() - 20).clear();
    assertThat(screen.missing()).isEmpty();
    assertThat(screen.empty).isPositive();
    assertThat(screen.complaints()).isEmpty();
  }

  @Test
  void keyframeRequestsOfManyReceiversBecomeOneASecond() {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast(""));
    VideoSender camera = call.camera(call.perfect(), call.perfect(), "");
    call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    VideoReceiver screen = call.screen(SSRC, RTX_SSRC, call.perfect(), call.perfect());
    camera.start();
    call.run(2_000);
    int before = camera.plis;
    for (int i = 0; i < 10_000; i++) {
      screen.askForKeyframe();
      call.run(1);
    }
    assertThat(camera.plis - before).isBetween(9, 11);
  }

  @Test
  void publisherGetsFeedbackAndReports() {
    VirtualCall call = new VirtualCall();
    call.join("PA_a").publish(VirtualCall.simulcast("q", "h", "f"));
    VideoSender camera = call.camera(call.perfect(), call.perfect(), "q", "h", "f");
    camera.start();
    call.run(10_000);
    assertThat(camera.feedbacks).isBetween(190, 205);
    assertThat(camera.reports).isBetween(9, 11);
  }

  @Test
  void allBuffersComeBack() {
    VirtualCall call = new VirtualCall();
    PublishedTrack track = call.join("PA_a").publish(VirtualCall.simulcast("q", "h", "f"));
    VideoSender camera =
        call.camera(new Link(call.loop, 3, 0.1, 10, 30), call.perfect(), "q", "h", "f");
    call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, RTX_SSRC));
    call.screen(SSRC, RTX_SSRC, call.perfect(), new Link(call.loop, 4, 0.1, 10, 30));
    camera.start();
    call.run(5_000);
    call.room.close();
    call.run(100);
    assertThat(call.loop.pool().inUse()).isZero();
    assertThat(call.transports).allMatch(transport -> transport.closed);
  }
}
