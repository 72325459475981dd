package parley.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import livekit.LivekitModels.ParticipantInfo.State;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitRtc.LeaveRequest.Action;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse.MessageCase;
import livekit.LivekitRtc.SyncState;
import livekit.LivekitRtc.TrackPublishedResponse;
import org.junit.jupiter.api.Test;
import parley.wire.sdp.Direction;

/** Signals that break and come back, clients that start afresh, identities that come twice. */
class ResumeScenarioTest {
  private final TestServer test = new TestServer();
  private final TestClient anna = test.client("anna");
  private final TestClient ben = test.client("ben");

  ResumeScenarioTest() {
    anna.joinAndConnect();
    ben.joinAndConnect();
    anna.publishLikeChromium();
    anna.leg().listener.trackLive(anna.track(TrackSource.CAMERA));
    test.advance(Duration.ofMillis(50));
    ben.offer("chromium-offer-1");
  }

  @Test
  void aResumeBeginsWithReconnectAndTellsEverythingAnew() {
    ben.session().closed();
    ben.resume();
    assertThat(ben.cases())
        .containsExactly(
            MessageCase.RECONNECT,
            MessageCase.UPDATE,
            MessageCase.ROOM_UPDATE,
            MessageCase.REFRESH_TOKEN);
    assertThat(ben.the(MessageCase.UPDATE).getUpdate().getParticipantsList()).hasSize(2);
    assertThat(ben.info("anna").getTracksList()).hasSize(2);
    assertThat(test.events).noneMatch(event -> event.startsWith("left"));
  }

  @Test
  void theNextOfferRestartsIceAndKeepsWhatIsReceived() {
    ben.session().closed();
    ben.resume();
    ben.offerText(Sdps.restarted(RecordedOffers.text("chromium-offer-1")));
    assertThat(ben.leg().iceGeneration).isEqualTo(1);
    assertThat(ben.answer().media().getFirst().value("ice-ufrag")).isEqualTo("ufrag1");
    assertThat(ben.answer().media().getFirst().direction()).isEqualTo(Direction.SENDONLY);
    assertThat(ben.the(MessageCase.ANSWER).getAnswer().getMidToTrackIdMap()).hasSize(2);
    assertThat(ben.leg().deliveries).hasSize(2).noneMatch(delivery -> delivery.ended);
  }

  @Test
  void anotherSocketTakesOverAndTheOldOneIsClosedWithoutAWord() {
    SignalSession old = ben.session();
    ben.received.clear();
    ben.resume();
    assertThat(ben.closed).isEqualTo("1000 ");
    assertThat(ben.cases()).doesNotContain(MessageCase.LEAVE);
    old.closed();
    old.binary(Requests.leave().build().toByteArray());
    assertThat(test.events).noneMatch(event -> event.startsWith("left"));
  }

  @Test
  void whoLeftMeanwhileIsTold() {
    ben.session().closed();
    anna.send(Requests.leave());
    ben.resume();
    assertThat(ben.info("anna").getState()).isEqualTo(State.DISCONNECTED);
  }

  @Test
  void whoLeftAndCameBackIsNotToldGone() {
    ben.session().closed();
    anna.send(Requests.leave());
    test.client("anna").joinAndConnect();
    ben.resume();
    assertThat(ben.info("anna").getState()).isEqualTo(State.ACTIVE);
  }

  @Test
  void anUnknownParticipantIsToldToStartAfreshInTheFirstFrame() {
    ben.sid = "PA_someoneelse";
    ben.resume();
    assertThat(ben.cases()).containsExactly(MessageCase.LEAVE);
    assertThat(ben.the(MessageCase.LEAVE).getLeave().getAction()).isEqualTo(Action.RECONNECT);
    assertThat(ben.closed).isEqualTo("1000 ");
  }

  @Test
  void aResumeAfterARestartIsToldToStartAfreshWithoutMakingARoom() {
    TestServer restarted = new TestServer();
    TestClient lost = restarted.client("ben");
    lost.sid = ben.sid;
    lost.resume();
    assertThat(lost.the(MessageCase.LEAVE).getLeave().getReasonValue()).isEqualTo(6);
    assertThat(restarted.events).isEmpty();
  }

  @Test
  void aTrackTheServerDoesNotKnowMeansStartingAfresh() {
    anna.session().closed();
    anna.resume();
    anna.send(
        SignalRequest.newBuilder()
            .setSyncState(
                SyncState.newBuilder()
                    .addPublishTracks(
                        TrackPublishedResponse.newBuilder()
                            .setTrack(TrackInfo.newBuilder().setSid("TR_unknown")))));
    assertThat(anna.the(MessageCase.LEAVE).getLeave().getAction()).isEqualTo(Action.RECONNECT);
  }

  @Test
  void disabledTracksStayPausedOverAResume() {
    String camera = anna.track(TrackSource.CAMERA);
    ben.session().closed();
    ben.resume();
    ben.send(
        SignalRequest.newBuilder()
            .setSyncState(SyncState.newBuilder().addTrackSidsDisabled(camera)));
    assertThat(ben.leg().deliveries.get(1).paused).isTrue();
  }

  @Test
  void theSameIdentityAgainReplacesTheFirst() {
    TestClient again = test.client("anna");
    ben.received.clear();
    again.joinAndConnect();
    assertThat(anna.the(MessageCase.LEAVE).getLeave().getReasonValue()).isEqualTo(2);
    assertThat(anna.closed).isEqualTo("1000 ");
    assertThat(ben.all(MessageCase.UPDATE))
        .allMatch(message ->
            message.getUpdate().getParticipantsList().stream()
                .noneMatch(info -> info.getState() == State.DISCONNECTED));
    assertThat(ben.info("anna").getSid()).isEqualTo(again.sid);
    assertThat(ben.info("anna").getTracksList()).isEmpty();
    assertThat(test.events)
        .containsSubsequence(
            "unpublished anna CAMERA", "left anna DUPLICATE_IDENTITY 0", "joined anna");
  }

  @Test
  void anOfferThatDoesNotContinueTheLastMeansStartingAfresh() {
    ben.offer("firefox-offer-1");
    assertThat(ben.the(MessageCase.LEAVE).getLeave().getAction()).isEqualTo(Action.RECONNECT);
  }

  @Test
  void anUnreadableOfferMeansStartingAfreshForItsSenderAlone() {
    ben.offerText("v=0");
    assertThat(ben.the(MessageCase.LEAVE).getLeave().getAction()).isEqualTo(Action.RECONNECT);
    assertThat(anna.closed).isNull();
  }
}
