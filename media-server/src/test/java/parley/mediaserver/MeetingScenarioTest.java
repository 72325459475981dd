package parley.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import livekit.LivekitModels.ParticipantInfo.State;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitRtc.JoinResponse;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.SignalResponse.MessageCase;
import org.junit.jupiter.api.Test;
import parley.wire.sdp.Direction;
import parley.wire.sdp.MediaSection;

/** Two people meet: join, publish, receive, mute, unpublish, leave. */
class MeetingScenarioTest {
  private static final Duration SOON = Duration.ofMillis(50);

  private final TestServer test = new TestServer();
  private final TestClient anna = test.client("anna");
  private final TestClient ben = test.client("ben");

  @Test
  void theFirstMessagesComeInLiveKitsOrder() {
    anna.join("chromium-offer-1");
    assertThat(anna.cases())
        .containsExactly(MessageCase.JOIN, MessageCase.REFRESH_TOKEN, MessageCase.ANSWER);
    JoinResponse join = anna.the(MessageCase.JOIN).getJoin();
    assertThat(join.getServerInfo().getVersion()).isEqualTo("1.13.0");
    assertThat(join.getServerInfo().getProtocol()).isEqualTo(17);
    assertThat(join.getPingInterval()).isEqualTo(5);
    assertThat(join.getPingTimeout()).isEqualTo(15);
    assertThat(join.getSubscriberPrimary()).isFalse();
    assertThat(join.getRoom().getSid()).startsWith("RM_");
    assertThat(join.getParticipant().getSid()).startsWith("PA_");
    assertThat(join.getEnabledPublishCodecs(0).getMime()).isEqualTo("video/VP8");
    assertThat(anna.the(MessageCase.ANSWER).getAnswer().getId()).isEqualTo(1);
  }

  @Test
  void joinsAreToldOnceMediaIsConnected() {
    anna.joinAndConnect();
    ben.join("rtcnode-offer-A");
    assertThat(ben.the(MessageCase.JOIN).getJoin().getOtherParticipantsList()).hasSize(1);
    assertThat(test.events).containsExactly("started demo", "joined anna");
    ben.leg().listener.connected();
    assertThat(anna.info("ben").getState()).isEqualTo(State.ACTIVE);
    assertThat(test.events).contains("joined ben");
  }

  @Test
  void soundIsAnnouncedAtTheAnswerAndSimulcastAtItsFirstPacket() {
    anna.joinAndConnect();
    ben.joinAndConnect();
    anna.publishLikeChromium();
    assertThat(ben.info("anna").getTracksList()).hasSize(1);
    assertThat(ben.info("anna").getTracks(0).getMimeType()).isEqualTo("audio/opus");
    anna.leg().listener.trackLive(anna.track(TrackSource.CAMERA));
    assertThat(ben.info("anna").getTracksList()).hasSize(2);
    assertThat(ben.info("anna").getTracks(1).getMid()).isEqualTo("8");
    assertThat(test.events).contains("published anna MICROPHONE", "published anna CAMERA");
  }

  @Test
  void othersHearOfTheTrackBeforeTheyAreAskedForAnOffer() {
    anna.joinAndConnect();
    ben.joinAndConnect();
    ben.received.clear();
    anna.publishLikeChromium();
    test.advance(SOON);
    assertThat(ben.cases())
        .containsExactly(
            MessageCase.UPDATE,
            MessageCase.SUBSCRIPTION_PERMISSION_UPDATE,
            MessageCase.MEDIA_SECTIONS_REQUIREMENT);
    assertThat(
            ben.the(MessageCase.MEDIA_SECTIONS_REQUIREMENT)
                .getMediaSectionsRequirement()
                .getNumAudios())
        .isZero();
  }

  @Test
  void aTrackGoesIntoAFreeSectionWithAMapOfAllOfThem() {
    meetAndPublish();
    MediaSection section = ben.answer().media().getFirst();
    String microphone = anna.track(TrackSource.MICROPHONE);
    assertThat(section.direction()).isEqualTo(Direction.SENDONLY);
    assertThat(section.value("msid")).isEqualTo(anna.sid + "|" + microphone + " " + microphone);
    assertThat(ben.the(MessageCase.ANSWER).getAnswer().getMidToTrackIdMap())
        .containsEntry("0", microphone)
        .containsEntry("3", anna.track(TrackSource.CAMERA));
    assertThat(ben.leg().deliveries).hasSize(2);
    assertThat(anna.all(MessageCase.TRACK_SUBSCRIBED)).hasSize(2);
  }

  @Test
  void whoComesLaterGetsTheTracksInTheFirstAnswer() {
    anna.joinAndConnect();
    anna.publishLikeChromium();
    ben.join("rtcnode-offer-A");
    assertThat(ben.cases())
        .containsExactly(
            MessageCase.JOIN,
            MessageCase.REFRESH_TOKEN,
            MessageCase.SUBSCRIPTION_PERMISSION_UPDATE,
            MessageCase.ANSWER);
    assertThat(ben.answer().media().getFirst().direction()).isEqualTo(Direction.SENDONLY);
  }

  @Test
  void firefoxsForeignTrackIdsAreMatchedByKind() {
    anna.join(null);
    anna.offer("firefox-offer-1");
    anna.addMicrophone("cid-of-the-microphone");
    anna.addCamera("cid-of-the-camera", "vp8");
    anna.offer("firefox-offer-2");
    assertThat(anna.info("anna").getTracks(0).getCodecs(0).getSdpCid())
        .isEqualTo("{a028a190-2615-4f6a-9394-d4a8f369ac86}");
    assertThat(anna.leg().tracks).hasSize(2);
  }

  @Test
  void anOfferMayComeBeforeTheTracksAreAskedFor() {
    anna.joinAndConnect();
    anna.offer("chromium-offer-3");
    assertThat(anna.leg().tracks).isEmpty();
    anna.addMicrophone("0e9158ea-facc-402b-a90e-f7f808976832");
    assertThat(anna.leg().tracks).hasSize(1);
    assertThat(anna.info("anna").getTracksList()).hasSize(1);
  }

  @Test
  void muteIsToldAndHolds() {
    meetAndPublish();
    String microphone = anna.track(TrackSource.MICROPHONE);
    anna.send(Requests.mute(microphone, true));
    assertThat(ben.info("anna").getTracks(0).getMuted()).isTrue();
    assertThat(track(anna, microphone).muted).isTrue();
    anna.send(Requests.mute(microphone, false));
    assertThat(ben.info("anna").getTracks(0).getMuted()).isFalse();
    assertThat(test.events).contains("muted anna MICROPHONE", "unmuted anna MICROPHONE");
  }

  @Test
  void whoSendsTooMuchIsToldAndNobodyElse() {
    meetAndPublish();
    anna.leg().listener.tooMuch(anna.track(TrackSource.CAMERA), 15_000_000);
    RequestResponse told = anna.the(MessageCase.REQUEST_RESPONSE).getRequestResponse();
    assertThat(told.getReason()).isEqualTo(RequestResponse.Reason.LIMIT_EXCEEDED);
    assertThat(told.getMessage()).contains(anna.track(TrackSource.CAMERA), "15000 kbit/s");
    assertThat(ben.cases()).doesNotContain(MessageCase.REQUEST_RESPONSE);
  }

  @Test
  void aSharedScreenIsTakenForOne() {
    anna.joinAndConnect();
    anna.addMicrophone("0e9158ea-facc-402b-a90e-f7f808976832");
    anna.addScreen("5d7f22bf-e9dd-4010-8bc3-c71e0f30f2a0");
    anna.offer("chromium-offer-3");
    assertThat(track(anna, anna.track(TrackSource.SCREEN_SHARE)).spec.screen()).isTrue();
    assertThat(track(anna, anna.track(TrackSource.MICROPHONE)).spec.screen()).isFalse();
  }

  @Test
  void anUnknownTrackCannotBeMuted() {
    anna.joinAndConnect();
    anna.send(Requests.mute("TR_nothing", true));
    assertThat(anna.the(MessageCase.REQUEST_RESPONSE).getRequestResponse().getReasonValue())
        .isEqualTo(1);
  }

  @Test
  void aSectionThatSendsNoMoreEndsItsTrackAndIsTidiedUpAtTheReceiver() {
    meetAndPublish();
    String camera = anna.track(TrackSource.CAMERA);
    anna.offerText(Sdps.direction(RecordedOffers.text("chromium-offer-3"), "8", "inactive"));
    assertThat(ben.info("anna").getTracksList()).hasSize(1);
    assertThat(track(anna, camera).ended).isTrue();
    assertThat(ben.leg().deliveries.get(1).ended).isTrue();
    ben.received.clear();
    test.advance(Duration.ofMillis(250));
    assertThat(ben.cases()).containsExactly(MessageCase.MEDIA_SECTIONS_REQUIREMENT);
    ben.offer("chromium-offer-1");
    assertThat(ben.answer().media().get(3).direction()).isEqualTo(Direction.INACTIVE);
    assertThat(ben.the(MessageCase.ANSWER).getAnswer().getMidToTrackIdMap()).hasSize(1);
  }

  @Test
  void rtcNodeUnpublishesByReceivingOnly() {
    anna.join("rtcnode-offer-A");
    anna.leg().listener.connected();
    anna.addCamera("1f28e3c1-3af3-4121-add6-2487a1d027d7", "vp8");
    anna.offer("rtcnode-offer-B");
    anna.offerText(Sdps.direction(RecordedOffers.text("rtcnode-offer-B"), "7", "recvonly"));
    assertThat(anna.answer().media().get(7).direction()).isEqualTo(Direction.INACTIVE);
    assertThat(anna.leg().tracks.values()).allMatch(track -> track.ended);
  }

  @Test
  void aFreedSectionRestsOnceBeforeItIsUsedAgain() {
    meetAndPublish();
    anna.offerText(Sdps.direction(RecordedOffers.text("chromium-offer-3"), "7", "inactive"));
    TestClient carl = test.client("carl").joinAndConnect();
    carl.publishLikeChromium();
    carl.leg().listener.trackLive(carl.track(TrackSource.CAMERA));
    test.advance(SOON);
    ben.offer("chromium-offer-1");
    assertThat(ben.answer().media().getFirst().direction()).isEqualTo(Direction.INACTIVE);
    assertThat(ben.answer().media().get(1).direction()).isEqualTo(Direction.SENDONLY);
  }

  @Test
  void moreTracksThanSectionsAreAskedForByNumber() {
    anna.joinAndConnect();
    for (int i = 0; i < 5; i++) {
      TestClient other = test.client("other" + i).joinAndConnect();
      other.publishLikeChromium();
    }
    test.advance(SOON);
    assertThat(
            anna.the(MessageCase.MEDIA_SECTIONS_REQUIREMENT)
                .getMediaSectionsRequirement()
                .getNumAudios())
        .isEqualTo(2);
    anna.offerText(Sdps.withMoreAudio(RecordedOffers.text("chromium-offer-1"), 2));
    assertThat(anna.the(MessageCase.ANSWER).getAnswer().getMidToTrackIdMap()).hasSize(5);
  }

  @Test
  void aClientThatMakesNoRoomIsAskedLessAndLessOften() {
    anna.joinAndConnect();
    for (int i = 0; i < 5; i++) {
      test.client("other" + i).joinAndConnect().publishLikeChromium();
    }
    int asked = 0;
    for (int i = 0; i < 100; i++) {
      test.advance(Duration.ofMillis(100));
      int now = anna.all(MessageCase.MEDIA_SECTIONS_REQUIREMENT).size();
      if (now > asked) {
        asked = now;
        anna.offer("chromium-offer-1");
      }
    }
    assertThat(asked).isBetween(3, 12);
  }

  @Test
  void leaveIsAnsweredAndToldToOthers() {
    meetAndPublish();
    anna.send(Requests.leave());
    assertThat(anna.the(MessageCase.LEAVE).getLeave().getReasonValue()).isEqualTo(1);
    assertThat(anna.closed).isEqualTo("1000 ");
    assertThat(ben.info("anna").getState()).isEqualTo(State.DISCONNECTED);
    assertThat(test.events)
        .endsWith(
            "unpublished anna MICROPHONE", "unpublished anna CAMERA", "left anna CLIENT_LEFT 0");
  }

  private void meetAndPublish() {
    anna.joinAndConnect();
    ben.joinAndConnect();
    anna.publishLikeChromium();
    anna.leg().listener.trackLive(anna.track(TrackSource.CAMERA));
    test.advance(SOON);
    ben.offer("chromium-offer-1");
  }

  private static FakeMedia.Track track(TestClient client, String sid) {
    return Objects.requireNonNull(client.leg().tracks.get(sid));
  }
}
