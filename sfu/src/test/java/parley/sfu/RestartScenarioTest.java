package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.sfu.packet.DropReason;

/** What a sender begins anew goes on at its receivers without their asking. */
class RestartScenarioTest {
  private static final int SSRC = 777_000;

  private final VirtualCall call = new VirtualCall();
  private final Participant sender = call.join("PA_a");
  private final PublishedTrack track = sender.publish(VirtualCall.simulcast("q", "h", "f"));
  private final VideoSender camera = call.camera(call.perfect(), call.perfect(), "q", "h", "f");

  private VideoReceiver screen(Link down) {
    call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, SSRC + 1));
    return call.screen(SSRC, SSRC + 1, call.perfect(), down);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pictureMovesAgainAfterANewSsrcOrARestartedSequence(boolean newSsrc) {
    VideoReceiver screen = screen(call.perfect());
    camera.start();
    call.run(3_000);
    assertThat(screen.lastEncoding()).isEqualTo(2);
    for (int time = 0; time < 3; time++) {
      int asked = camera.plis;
      for (VideoSender.Encoding one : camera.encodings) {
        if (newSsrc) {
          one.ssrc += 1_000;
          one.sent = 0;
        } else {
          one.sequenceNumber = one.sequenceNumber + 20_000 & 0xFFFF;
        }
      }
      call.run(3_000);
      int before = screen.got.size();
      call.run(1_000);
      assertThat(screen.got.size() - before).isGreaterThan(100);
      assertThat(camera.plis - asked).isBetween(1, 3);
    }
    assertThat(screen.complaints())
        .allMatch(one -> one.startsWith("frame before has no end") || one.startsWith("timestamp"));
  }

  @Test
  void aSenderThatBeginsAnewAllTheTimeIsAskedOnceASecond() {
    screen(call.perfect());
    camera.start();
    call.run(3_000);
    int asked = camera.plis;
    for (int i = 0; i < 100; i++) {
      for (VideoSender.Encoding one : camera.encodings) {
        one.sequenceNumber = one.sequenceNumber + 20_000 & 0xFFFF;
      }
      call.run(100);
    }
    // Three encodings, of which the lowest may be asked twice a second.
    assertThat(camera.plis - asked).isBetween(5, 12);
  }

  @Test
  void whatTheSenderLearnsToSendLaterIsRepairedToo() {
    sender.receiveParameters(new RtpParameters(List.of(Sdp.OPUS_CODEC), Sdp.EXTENSIONS));
    VideoReceiver screen = screen(new Link(call.loop, 5, 0.1, 20, 0));
    sender.receiveParameters(Sdp.PARAMETERS);
    camera.start();
    call.run(5_000);
    assertThat(screen.repaired).isPositive();
    assertThat(screen.duplicates).isZero();
    assertThat(call.loop.drops().of(DropReason.FAILURE)).isZero();
  }
}
