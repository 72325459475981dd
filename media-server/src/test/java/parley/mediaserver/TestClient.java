package parley.mediaserver;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;
import livekit.LivekitModels.VideoLayer;
import livekit.LivekitModels.VideoQuality;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.ConnectionSettings;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.SessionDescription;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.SignalResponse.MessageCase;
import livekit.LivekitRtc.SimulcastCodec;
import livekit.LivekitRtc.WrappedJoinRequest;
import org.jspecify.annotations.Nullable;

/** A client as the server sees it: frames in and out, offers taken from recordings. */
final class TestClient implements SignalOutbound {
  private final TestServer test;
  final String identity;
  private final Grants grants;
  final List<SignalResponse> received = new ArrayList<>();
  final List<String> texts = new ArrayList<>();
  @Nullable String closed;
  @Nullable SignalSession session;
  boolean autoSubscribe = true;
  String sid = "";
  int offerId = 1;

  TestClient(TestServer test, String identity, Grants grants) {
    this.test = test;
    this.identity = identity;
    this.grants = grants;
  }

  /** Joins with this recorded offer in the request, none when null. */
  TestClient join(@Nullable String offer) {
    JoinRequest.Builder request =
        JoinRequest.newBuilder()
            .setConnectionSettings(ConnectionSettings.newBuilder().setAutoSubscribe(autoSubscribe));
    if (offer != null) {
      request.setPublisherOffer(description(RecordedOffers.text(offer)));
    }
    open(request.build());
    sid = the(MessageCase.JOIN).getJoin().getParticipant().getSid();
    return this;
  }

  /** Joins as Chromium does, and its media connects. */
  TestClient joinAndConnect() {
    join("chromium-offer-1");
    leg().listener.connected();
    return this;
  }

  TestClient resume() {
    closed = null;
    received.clear();
    open(JoinRequest.newBuilder().setReconnect(true).setParticipantSid(sid).build());
    return this;
  }

  void open(JoinRequest request) {
    SignalAnswer answer = test.server.admit(upgrade(request));
    if (!(answer instanceof SignalAnswer.Accepted accepted)) {
      throw new AssertionError(answer);
    }
    session = test.server.open(accepted.ticket(), this);
  }

  FakeMedia.Leg leg() {
    return Objects.requireNonNull(test.media.legs.get(sid));
  }

  void send(SignalRequest.Builder request) {
    session().binary(request.build().toByteArray());
  }

  SignalSession session() {
    return Objects.requireNonNull(session);
  }

  void offer(String recorded) {
    offerText(RecordedOffers.text(recorded));
  }

  void offerText(String sdp) {
    send(SignalRequest.newBuilder().setOffer(description(sdp)));
  }

  private SessionDescription description(String sdp) {
    return SessionDescription.newBuilder().setType("offer").setSdp(sdp).setId(offerId++).build();
  }

  /** Asks for the two tracks that Chromium's recorded offer 3 then sends; simulcast camera. */
  void publishLikeChromium() {
    addMicrophone("0e9158ea-facc-402b-a90e-f7f808976832");
    addCamera("5d7f22bf-e9dd-4010-8bc3-c71e0f30f2a0", "vp8");
    offer("chromium-offer-3");
  }

  void addMicrophone(String cid) {
    send(
        SignalRequest.newBuilder()
            .setAddTrack(
                AddTrackRequest.newBuilder()
                    .setCid(cid)
                    .setType(TrackType.AUDIO)
                    .setSource(TrackSource.MICROPHONE)));
  }

  void addScreen(String cid) {
    send(
        SignalRequest.newBuilder()
            .setAddTrack(
                AddTrackRequest.newBuilder()
                    .setCid(cid)
                    .setType(TrackType.VIDEO)
                    .setSource(TrackSource.SCREEN_SHARE)));
  }

  void addCamera(String cid, String codec) {
    send(
        SignalRequest.newBuilder()
            .setAddTrack(
                AddTrackRequest.newBuilder()
                    .setCid(cid)
                    .setType(TrackType.VIDEO)
                    .setSource(TrackSource.CAMERA)
                    .setWidth(1280)
                    .setHeight(720)
                    .addLayers(layer(VideoQuality.LOW, 320, 180))
                    .addLayers(layer(VideoQuality.MEDIUM, 640, 360))
                    .addLayers(layer(VideoQuality.HIGH, 1280, 720))
                    .addSimulcastCodecs(SimulcastCodec.newBuilder().setCodec(codec).setCid(cid))));
  }

  private static VideoLayer layer(VideoQuality quality, int width, int height) {
    return VideoLayer.newBuilder().setQuality(quality).setWidth(width).setHeight(height).build();
  }

  /** The sid of the track last published by this client from a source. */
  String track(TrackSource source) {
    return all(MessageCase.TRACK_PUBLISHED).stream()
        .map(message -> message.getTrackPublished().getTrack())
        .filter(track -> track.getSource() == source)
        .reduce((first, second) -> second)
        .orElseThrow()
        .getSid();
  }

  List<MessageCase> cases() {
    return received.stream().map(SignalResponse::getMessageCase).toList();
  }

  List<SignalResponse> all(MessageCase which) {
    return received.stream().filter(message -> message.getMessageCase() == which).toList();
  }

  /** The last message of a kind. */
  SignalResponse the(MessageCase which) {
    List<SignalResponse> all = all(which);
    if (all.isEmpty()) {
      throw new AssertionError(identity + " got no " + which + " but " + cases());
    }
    return all.getLast();
  }

  parley.wire.sdp.SessionDescription answer() {
    return Objects.requireNonNull(
        parley.wire.sdp.SessionDescription.parse(the(MessageCase.ANSWER).getAnswer().getSdp()));
  }

  /** What this client last heard of another. */
  ParticipantInfo info(String otherIdentity) {
    return all(MessageCase.UPDATE).stream()
        .flatMap(message -> message.getUpdate().getParticipantsList().stream())
        .filter(info -> info.getIdentity().equals(otherIdentity))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError(identity + " heard nothing of " + otherIdentity));
  }

  @Override
  public void send(byte[] frame) {
    try {
      received.add(SignalResponse.parseFrom(frame));
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void sendText(String frame) {
    texts.add(frame);
  }

  @Override
  public void close(int code, String reason) {
    closed = code + " " + reason;
  }

  /** The parameter as clients send it. */
  static String parameter(JoinRequest request) {
    return Base64.getUrlEncoder()
        .encodeToString(
            WrappedJoinRequest.newBuilder()
                .setJoinRequest(request.toByteString())
                .build()
                .toByteArray());
  }

  parley.mediaserver.SignalRequest upgrade(JoinRequest request) {
    Map<String, String> query = new HashMap<>();
    query.put("access_token", test.token(identity, grants));
    query.put("join_request", parameter(request));
    return new parley.mediaserver.SignalRequest("/rtc/v1", query, null);
  }
}
