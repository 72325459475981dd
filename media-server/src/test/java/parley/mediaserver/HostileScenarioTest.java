package parley.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import livekit.LivekitModels.AudioTrackFeature;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo.State;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.RequestResponse.Reason;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse.MessageCase;
import livekit.LivekitRtc.SubscriptionPermission;
import livekit.LivekitRtc.UpdateLocalAudioTrack;
import livekit.LivekitRtc.UpdateParticipantMetadata;
import livekit.LivekitRtc.UpdateSubscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a participant sends that no client does, and what the others notice of it: nothing. */
class HostileScenarioTest {
  private final TestServer test = new TestServer();
  private final TestClient anna = test.client("anna");
  private final TestClient mallory = test.client("mallory");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("parley.mediaserver");

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    logger.detachAppender(log);
  }

  @Test
  void aFloodEndsItsSenderWithAReasonAndNobodyElse() {
    anna.joinAndConnect();
    mallory.joinAndConnect();
    for (int i = 0; i < 5000; i++) {
      mallory.send(Requests.ping());
    }
    assertThat(mallory.closed).isEqualTo("1008 more than 100 messages a second");
    assertThat(mallory.the(MessageCase.LEAVE).getLeave().getReason())
        .isEqualTo(DisconnectReason.PARTICIPANT_REMOVED);
    assertThat(anna.closed).isNull();
    assertThat(anna.info("mallory").getState()).isEqualTo(State.DISCONNECTED);
    assertThat(test.events).contains("left mallory MISBEHAVED 0");
    assertThat(lines("more than 100 messages a second")).hasSize(1);
    assertThat(test.server.stats().signalTroubles()).containsEntry("too_many", 1L);
  }

  @Test
  void whoeverWasCutOffForAFloodDoesNotBeginAnewByComingBack() {
    mallory.joinAndConnect();
    for (int i = 0; i < 5000; i++) {
      mallory.send(Requests.ping());
    }
    JoinRequest again = JoinRequest.newBuilder().setReconnect(true).build();
    assertThat(test.server.admit(mallory.upgrade(again)))
        .isInstanceOfSatisfying(
            SignalAnswer.Refused.class, refused -> assertThat(refused.status()).isEqualTo(429));
  }

  @Test
  void aMessageBeyondItsLimitIsRefusedInWordsAndNotSentBack() {
    mallory.joinAndConnect();
    mallory.send(
        SignalRequest.newBuilder()
            .setUpdateMetadata(
                UpdateParticipantMetadata.newBuilder()
                    .setMetadata("m".repeat(100_000))
                    .setRequestId(7)));
    RequestResponse answer = mallory.the(MessageCase.REQUEST_RESPONSE).getRequestResponse();
    assertThat(answer.getReason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(answer.getRequestId()).isEqualTo(7);
    assertThat(answer.getMessage())
        .isEqualTo("UpdateParticipantMetadata.metadata is longer than 65536 bytes");
    assertThat(answer.getSerializedSize()).isLessThan(200);
    assertThat(mallory.closed).isNull();
  }

  @Test
  void aRefusedChangeOfMetadataIsNotSentBackWhole() {
    mallory.joinAndConnect();
    mallory.send(
        SignalRequest.newBuilder()
            .setUpdateMetadata(
                UpdateParticipantMetadata.newBuilder()
                    .setMetadata("m".repeat(60_000))
                    .setRequestId(7)));
    RequestResponse answer = mallory.the(MessageCase.REQUEST_RESPONSE).getRequestResponse();
    assertThat(answer.getReason()).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(answer.getRequestId()).isEqualTo(7);
    assertThat(answer.getSerializedSize()).isLessThan(200);
  }

  @Test
  void aRefusedTrackIsToldByItsCidAlone() {
    mallory.joinAndConnect();
    String cid = "c";
    mallory.send(asking(addTrack(cid).setName("n".repeat(300))));
    mallory.send(asking(addTrack(cid).setSid("TR_other").setName("n".repeat(200))));
    for (var one : mallory.all(MessageCase.REQUEST_RESPONSE)) {
      assertThat(one.getRequestResponse().getAddTrack().getCid()).isEqualTo(cid);
      assertThat(one.getSerializedSize()).isLessThan(100);
    }
    assertThat(mallory.all(MessageCase.REQUEST_RESPONSE)).hasSize(2);
  }

  /** A later client knows sources and features that we do not. */
  @Test
  void unknownValuesOfEnumsAreReadAsAbsent() {
    mallory.joinAndConnect();
    mallory.send(
        asking(addTrack("c").setSourceValue(99).setEncryptionValue(99).addAudioFeaturesValue(99)));
    var track = mallory.the(MessageCase.TRACK_PUBLISHED).getTrackPublished().getTrack();
    assertThat(track.getSource()).isEqualTo(TrackSource.UNKNOWN);
    assertThat(track.getAudioFeaturesList()).isEmpty();
    mallory.send(
        SignalRequest.newBuilder()
            .setUpdateAudioTrack(
                UpdateLocalAudioTrack.newBuilder()
                    .setTrackSid(track.getSid())
                    .addFeaturesValue(99)
                    .addFeatures(AudioTrackFeature.TF_STEREO)));
    mallory.send(Requests.ping());
    assertThat(mallory.all(MessageCase.PONG)).hasSize(1);
    assertThat(lines("")).isEmpty();
  }

  /** More encodings than layers: the first three are taken, whatever they are called. */
  @Test
  void encodingsOfAnyNameAreTakenAsFarAsThereAreLayers() {
    mallory.joinAndConnect();
    mallory.addMicrophone("0e9158ea-facc-402b-a90e-f7f808976832");
    mallory.addCamera("5d7f22bf-e9dd-4010-8bc3-c71e0f30f2a0", "vp8");
    mallory.offerText(
        RecordedOffers.text("chromium-offer-3")
            .replace("a=rid:q send\r\n", "a=rid:1 send\r\na=rid:2 send\r\n")
            .replace("a=rid:h send", "a=rid:3 send")
            .replace("a=rid:f send", "a=rid:4 send"));
    assertThat(mallory.answer().media().get(8).value("simulcast")).isEqualTo("recv 1;2;3");
    FakeMedia.Track camera =
        Objects.requireNonNull(mallory.leg().tracks.get(mallory.track(TrackSource.CAMERA)));
    assertThat(camera.spec.encodings()).hasSize(3);
  }

  @Test
  void aFailureEndsItsParticipantOnceWithAReasonAndOneLine() {
    anna.joinAndConnect();
    mallory.joinAndConnect();
    mallory.leg().failsToPublish = true;
    mallory.publishLikeChromium();
    assertThat(mallory.closed).isEqualTo("1011 the server failed at a request");
    assertThat(mallory.all(MessageCase.LEAVE)).hasSize(1);
    assertThat(mallory.leg().removed).isNotNull();
    assertThat(anna.info("mallory").getState()).isEqualTo(State.DISCONNECTED);
    assertThat(lines("no media")).hasSize(1).noneMatch(line -> line.contains("\n"));
    assertThat(test.events).contains("left mallory FAILED 0");
    test.server.removeParticipant("demo", "mallory");
    assertThat(anna.closed).isNull();
  }

  @Test
  void aFailureWhileJoiningLeavesNoGhost() {
    anna.joinAndConnect();
    mallory.join(null);
    String first = mallory.sid;
    mallory.session().closed();
    test.media.failing = true;
    mallory.open(JoinRequest.newBuilder().setReconnect(false).setParticipantSid("x").build());
    test.media.failing = false;
    assertThat(mallory.closed).isEqualTo("1011 the server failed at a request");
    assertThat(mallory.the(MessageCase.LEAVE).getLeave().getReason())
        .isEqualTo(DisconnectReason.JOIN_FAILURE);
    mallory.closed = null;
    mallory.joinAndConnect();
    assertThat(mallory.sid).isNotEqualTo(first);
    assertThat(lines("no media")).hasSize(1);
  }

  @Test
  void aHostileOfferEndsItsSender() {
    mallory.joinAndConnect();
    mallory.offerText(
        RecordedOffers.text("chromium-offer-1")
            .replace("SAVPF 111", "SAVPF 111" + " 96".repeat(200)));
    assertThat(mallory.closed).isNotNull();
    mallory.joinAndConnect();
    mallory.offerText("v=0\r\n".repeat(30_000));
    assertThat(mallory.the(MessageCase.REQUEST_RESPONSE).getRequestResponse().getMessage())
        .isEqualTo("SessionDescription.sdp is longer than 131072 bytes");
  }

  @Test
  void moreSectionsThanThereIsToReceiveEndTheirSender() {
    mallory.joinAndConnect();
    mallory.offerText(Sdps.withMoreAudio(RecordedOffers.text("chromium-offer-1"), 70));
    assertThat(mallory.closed).isEqualTo("1008 too many sections");
  }

  /** The sections of tracks that ended stay in every later offer. */
  @Test
  void theSectionsOfAMeetingThatGrewSmallAreNotTooMany() {
    anna.joinAndConnect();
    for (int i = 0; i < 4; i++) {
      TestClient guest = test.client("guest" + i).joinAndConnect();
      guest.publishLikeChromium();
      guest.leg().listener.trackLive(guest.track(TrackSource.CAMERA));
    }
    for (int i = 0; i < 4; i++) {
      test.server.removeParticipant("demo", "guest" + i);
    }
    anna.offerText(Sdps.withMoreAudio(RecordedOffers.text("chromium-offer-1"), 70));
    assertThat(anna.closed).isNull();
  }

  @Test
  void nobodysWishesAndPermissionsAreKeptBeyondTheirLimits() {
    anna.joinAndConnect();
    mallory.joinAndConnect();
    UpdateSubscription.Builder wish = UpdateSubscription.newBuilder().setSubscribe(true);
    SubscriptionPermission.Builder permission = SubscriptionPermission.newBuilder();
    for (int i = 0; i < 1025; i++) {
      wish.addTrackSids("TR_" + i);
      permission.addTrackPermissionsBuilder();
    }
    mallory.send(SignalRequest.newBuilder().setSubscription(wish));
    mallory.send(SignalRequest.newBuilder().setSubscriptionPermission(permission));
    assertThat(mallory.all(MessageCase.REQUEST_RESPONSE))
        .extracting(one -> one.getRequestResponse().getMessage())
        .containsExactly(
            "UpdateSubscription.track_sids has more than 1024 entries",
            "SubscriptionPermission.track_permissions has more than 1024 entries");
    assertThat(mallory.all(MessageCase.SUBSCRIPTION_RESPONSE)).isEmpty();
  }

  /** Everybody gets the first changes at once, and of a thousand more the last. */
  @Test
  void whatChangesAllTheTimeIsToldNowAndThen() {
    anna.joinAndConnect();
    mallory.joinAndConnect();
    mallory.publishLikeChromium();
    String microphone = mallory.track(TrackSource.MICROPHONE);
    anna.received.clear();
    for (int i = 0; i < 900; i++) {
      mallory.send(Requests.mute(microphone, i % 2 == 0));
    }
    assertThat(anna.all(MessageCase.UPDATE)).hasSizeBetween(20, 140);
    mallory.send(Requests.mute(microphone, true));
    test.advance(Duration.ofSeconds(1));
    assertThat(anna.info("mallory").getTracksList())
        .filteredOn(track -> track.getSid().equals(microphone))
        .allMatch(track -> track.getMuted());
  }

  private List<String> lines(String text) {
    return log.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.contains(text))
        .toList();
  }

  private static AddTrackRequest.Builder addTrack(String cid) {
    return AddTrackRequest.newBuilder()
        .setCid(cid)
        .setType(TrackType.AUDIO)
        .setSource(TrackSource.MICROPHONE);
  }

  private static SignalRequest.Builder asking(AddTrackRequest.Builder track) {
    return SignalRequest.newBuilder().setAddTrack(track);
  }
}
