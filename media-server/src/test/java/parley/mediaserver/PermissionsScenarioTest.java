package parley.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import livekit.LivekitModels.SubscriptionError;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitRtc.RequestResponse.Reason;
import livekit.LivekitRtc.SignalResponse.MessageCase;
import org.junit.jupiter.api.Test;
import parley.sfu.SpeakerLevel;
import parley.sfu.packet.Layer;

/** Who may publish, receive, be seen and change what; what the platform may order. */
class PermissionsScenarioTest {
  private static final Grants LISTENER = new Grants(false, Set.of(), true, false, false, false);
  private static final Grants MICROPHONE_ONLY =
      new Grants(true, Set.of(parley.mediaserver.TrackSource.MICROPHONE), true, true, false, false);
  private static final Grants DEAF = new Grants(true, Set.of(), false, true, false, false);
  private static final Grants HIDDEN = new Grants(true, Set.of(), true, true, false, true);
  private static final Grants OWN_NAME = new Grants(true, Set.of(), true, true, true, false);

  private final TestServer test = new TestServer();
  private final TestClient anna = test.client("anna");
  private final TestClient ben = test.client("ben");

  @Test
  void aListenerMayNotPublish() {
    TestClient listener = test.client("carl", LISTENER).joinAndConnect();
    assertThat(listener.leg().mayPublish).isFalse();
    listener.addMicrophone("cid");
    assertThat(reason(listener)).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void onlyAllowedSourcesMayBePublished() {
    TestClient speaker = test.client("carl", MICROPHONE_ONLY).joinAndConnect();
    speaker.addMicrophone("mic");
    assertThat(speaker.all(MessageCase.TRACK_PUBLISHED)).hasSize(1);
    speaker.addCamera("cam", "vp8");
    assertThat(reason(speaker)).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void whoMayNotSubscribeGetsNothing() {
    TestClient deaf = test.client("carl", DEAF).joinAndConnect();
    meetAndPublish();
    assertThat(deaf.info("anna").getTracksList()).isNotEmpty();
    assertThat(deaf.all(MessageCase.MEDIA_SECTIONS_REQUIREMENT)).isEmpty();
  }

  @Test
  void theHiddenAreNotSeen() {
    anna.joinAndConnect();
    TestClient hidden = test.client("carl", HIDDEN).joinAndConnect();
    assertThat(anna.all(MessageCase.UPDATE))
        .allMatch(message ->
            message.getUpdate().getParticipantsList().stream()
                .noneMatch(info -> info.getIdentity().equals("carl")));
    assertThat(ben.join(null).the(MessageCase.JOIN).getJoin().getOtherParticipantsList())
        .hasSize(1);
    hidden.send(Requests.leave());
    assertThat(anna.all(MessageCase.UPDATE)).hasSize(1);
  }

  @Test
  void publishersDecideWhoReceives() {
    meetAndPublish();
    anna.send(Requests.everybodyMaySubscribe(false));
    assertThat(ben.leg().deliveries).allMatch(delivery -> delivery.ended);
    assertThat(
            ben.the(MessageCase.SUBSCRIPTION_PERMISSION_UPDATE)
                .getSubscriptionPermissionUpdate()
                .getAllowed())
        .isFalse();
    test.advance(Duration.ofMillis(250));
    ben.offer("chromium-offer-1");
    ben.received.clear();
    anna.send(Requests.everybodyMaySubscribe(true));
    test.advance(Duration.ofMillis(50));
    assertThat(ben.all(MessageCase.MEDIA_SECTIONS_REQUIREMENT)).hasSize(1);
    ben.offer("chromium-offer-1");
    ben.offer("chromium-offer-1");
    assertThat(ben.leg().deliveries.stream().filter(delivery -> !delivery.ended)).hasSize(2);
  }

  @Test
  void subscriptionsByHand() {
    ben.autoSubscribe = false;
    meetAndPublish();
    assertThat(ben.leg().deliveries).isEmpty();
    String camera = anna.track(TrackSource.CAMERA);
    for (int round = 1; round <= 2; round++) {
      ben.received.clear();
      ben.send(Requests.subscribe(camera, true));
      test.advance(Duration.ofMillis(50));
      assertThat(ben.all(MessageCase.MEDIA_SECTIONS_REQUIREMENT)).hasSize(1);
      ben.offer("chromium-offer-1");
      assertThat(ben.leg().deliveries).hasSize(round);
      ben.send(Requests.subscribe(camera, false));
      assertThat(ben.leg().deliveries.getLast().ended).isTrue();
      test.advance(Duration.ofMillis(250));
      ben.offer("chromium-offer-1");
    }
    ben.send(Requests.subscribe("TR_nothing", true));
    assertThat(ben.the(MessageCase.SUBSCRIPTION_RESPONSE).getSubscriptionResponse().getErr())
        .isEqualTo(SubscriptionError.SE_TRACK_NOTFOUND);
  }

  @Test
  void theSmallestLayerThatCoversTheTileIsSent() {
    meetAndPublish();
    String camera = anna.track(TrackSource.CAMERA);
    FakeMedia.Delivery delivery = ben.leg().deliveries.get(1);
    for (Map.Entry<Integer, Layer> tile :
        Map.of(160, Layer.LOW, 200, Layer.LOW, 390, Layer.MEDIUM, 720, Layer.HIGH, 1440, Layer.HIGH)
            .entrySet()) {
      ben.send(Requests.size(camera, tile.getKey() * 16 / 9, tile.getKey()));
      assertThat(delivery.target).as("%s", tile).isEqualTo(tile.getValue());
    }
    ben.send(Requests.disabled(camera, true));
    assertThat(delivery.paused).isTrue();
    ben.send(Requests.disabled(camera, false));
    assertThat(delivery.paused).isFalse();
  }

  @Test
  void aReceiverWithoutTheCodecIsTold() {
    anna.joinAndConnect();
    ben.join(null);
    ben.offer("firefox-offer-1");
    ben.leg().listener.connected();
    anna.addCamera("5d7f22bf-e9dd-4010-8bc3-c71e0f30f2a0", "h264");
    anna.offer("chromium-offer-3");
    anna.leg().listener.trackLive(anna.track(TrackSource.CAMERA));
    test.advance(Duration.ofMillis(50));
    ben.offer("firefox-offer-1");
    assertThat(ben.the(MessageCase.SUBSCRIPTION_RESPONSE).getSubscriptionResponse().getErr())
        .isEqualTo(SubscriptionError.SE_CODEC_UNSUPPORTED);
    assertThat(ben.leg().deliveries).isEmpty();
  }

  @Test
  void oneMayRenameOneselfOnlyWithTheGrant() {
    anna.joinAndConnect();
    anna.send(Requests.rename("Ann"));
    assertThat(reason(anna)).isEqualTo(Reason.NOT_ALLOWED);
    TestClient free = test.client("carl", OWN_NAME).joinAndConnect();
    free.send(Requests.rename("Carlo"));
    assertThat(reason(free)).isEqualTo(Reason.OK);
    assertThat(anna.info("carl").getName()).isEqualTo("Carlo");
    assertThat(free.info("carl").getAttributesMap()).containsEntry("k", "v");
    assertThat(free.all(MessageCase.REFRESH_TOKEN)).hasSize(2);
  }

  @Test
  void theHostMutes() {
    meetAndPublish();
    var done = test.server.muteSource("demo", "anna", parley.mediaserver.TrackSource.MICROPHONE);
    assertThat(done).isCompletedWithValue(true);
    String microphone = anna.track(TrackSource.MICROPHONE);
    assertThat(anna.the(MessageCase.MUTE).getMute().getSid()).isEqualTo(microphone);
    assertThat(ben.info("anna").getTracks(0).getMuted()).isTrue();
    assertThat(test.events).endsWith("muted anna MICROPHONE");
    assertThat(test.server.muteTrack("demo", "anna", "TR_x")).isCompletedWithValue(false);
    assertThat(test.server.muteTrack("nowhere", "anna", "TR_x")).isCompletedWithValue(false);
  }

  @Test
  void theHostRemoves() {
    anna.joinAndConnect();
    assertThat(test.server.removeParticipant("demo", "anna")).isCompletedWithValue(true);
    assertThat(anna.the(MessageCase.LEAVE).getLeave().getReasonValue()).isEqualTo(4);
    assertThat(test.events).endsWith("left anna REMOVED 0");
  }

  @Test
  void takenGrantsEndTracksAtOnceAndGivenOnesBringThemBack() {
    meetAndPublish();
    var ignored = test.server.updateParticipant("demo", "anna", grants(MICROPHONE_ONLY));
    assertThat(anna.the(MessageCase.TRACK_UNPUBLISHED).getTrackUnpublished().getTrackSid())
        .startsWith("TR_VC");
    assertThat(ben.info("anna").getTracksList()).hasSize(1);
    var ignored2 = test.server.updateParticipant("demo", "ben", grants(DEAF));
    assertThat(ben.leg().deliveries).allMatch(delivery -> delivery.ended);
    var ignored3 = test.server.updateParticipant("demo", "ben", grants(Grants.standard()));
    ben.offer("chromium-offer-1");
    ben.offer("chromium-offer-1");
    assertThat(ben.leg().deliveries.stream().filter(delivery -> !delivery.ended)).hasSize(1);
    assertThat(ben.info("ben").getPermission().getCanSubscribe()).isTrue();
  }

  @Test
  void aDeletedRoomSendsEveryoneAwayForGood() {
    anna.joinAndConnect();
    assertThat(test.server.deleteRoom("demo")).isCompletedWithValue(true);
    assertThat(anna.the(MessageCase.LEAVE).getLeave().getReasonValue()).isEqualTo(5);
    assertThat(test.events).endsWith("left anna ROOM_DELETED 0", "finished demo");
  }

  @Test
  void aServerThatStopsTellsClientsToComeBack() {
    anna.joinAndConnect();
    test.server.close();
    assertThat(anna.the(MessageCase.LEAVE).getLeave().getCanReconnect()).isTrue();
    assertThat(test.events).endsWith("left anna SERVER_STOPPED 0", "finished demo");
  }

  @Test
  void speakersAreToldToThemselvesAndToThoseWhoHearThem() {
    meetAndPublish();
    TestClient deaf = test.client("carl", DEAF).joinAndConnect();
    speak(true);
    assertThat(ben.all(MessageCase.SPEAKERS_CHANGED)).hasSize(1);
    assertThat(anna.all(MessageCase.SPEAKERS_CHANGED)).hasSize(1);
    assertThat(deaf.all(MessageCase.SPEAKERS_CHANGED)).isEmpty();
    ben.send(Requests.subscribe(anna.track(TrackSource.MICROPHONE), false));
    ben.send(Requests.subscribe(anna.track(TrackSource.CAMERA), false));
    assertThat(
            ben.the(MessageCase.SPEAKERS_CHANGED).getSpeakersChanged().getSpeakers(0).getActive())
        .isFalse();
  }

  @Test
  void theSameCidTwiceWaitsForTheFirstToEnd() {
    meetAndPublish();
    anna.addMicrophone("0e9158ea-facc-402b-a90e-f7f808976832");
    assertThat(reason(anna)).isEqualTo(Reason.QUEUED);
    anna.offerText(Sdps.direction(RecordedOffers.text("chromium-offer-3"), "7", "inactive"));
    assertThat(anna.all(MessageCase.TRACK_PUBLISHED)).hasSize(3);
  }

  @Test
  void tracksAreLimited() {
    anna.joinAndConnect();
    for (int i = 0; i < 20; i++) {
      anna.addMicrophone("cid" + i);
    }
    assertThat(anna.all(MessageCase.TRACK_PUBLISHED)).hasSize(16);
    assertThat(reason(anna)).isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  private void meetAndPublish() {
    anna.joinAndConnect();
    ben.joinAndConnect();
    anna.publishLikeChromium();
    anna.leg().listener.trackLive(anna.track(TrackSource.CAMERA));
    test.advance(Duration.ofMillis(50));
    ben.offer("chromium-offer-1");
  }

  private void speak(boolean active) {
    test.media.rooms.getFirst().speakers(List.of(new SpeakerLevel(anna.sid, 0.5f, active)));
  }

  private static Reason reason(TestClient client) {
    return client.the(MessageCase.REQUEST_RESPONSE).getRequestResponse().getReason();
  }

  private static ParticipantChange grants(Grants grants) {
    return new ParticipantChange(null, null, null, grants);
  }
}
