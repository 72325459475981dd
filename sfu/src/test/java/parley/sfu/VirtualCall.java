package parley.sfu;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A room on a virtual network: a camera, and receivers behind links of their own. */
final class VirtualCall {
  final FakeLoop loop;
  final Traffic traffic;
  final List<FakeTransport> transports = new ArrayList<>();
  final List<String> events = new ArrayList<>();
  final Room room;

  VirtualCall() {
    this((RoomListener) new RoomListener() {});
  }

  VirtualCall(RoomListener listener) {
    this(listener, new FakeLoop());
  }

  /** Beside another on its loop. */
  VirtualCall(FakeLoop shared) {
    this(new RoomListener() {}, shared);
  }

  private VirtualCall(RoomListener listener, FakeLoop runsOn) {
    loop = runsOn;
    traffic = Traffic.countingDrops(loop.drops());
    room =
        new Room(
            "room",
            listener,
            loop,
            traffic,
            MediaLimits.STANDARD,
            transportListener -> {
              FakeTransport transport = new FakeTransport(loop, transportListener);
              transports.add(transport);
              return transport;
            },
            () -> Instant.ofEpochSecond(1_800_000_000L),
            new SplittableRandom(1));
  }

  Participant join(String sid) {
    return join(sid, new ParticipantListener() {});
  }

  Participant join(String sid, ParticipantListener listener) {
    Participant participant = room.add(sid, listener);
    participant.receiveParameters(Sdp.PARAMETERS);
    transports.getLast().connect();
    return participant;
  }

  /** A camera of the participant that joined last, behind these links. */
  VideoSender camera(Link up, Link down, String... rids) {
    FakeTransport transport = transports.getLast();
    VideoSender camera =
        new VideoSender(
            loop,
            "1",
            bytes -> up.send(bytes, transport::deliverRtp),
            bytes -> up.send(bytes, transport::deliverRtcp),
            rids);
    transport.rtcpOut = bytes -> down.send(bytes, camera::rtcp);
    return camera;
  }

  /** A receiver at the participant that joined last, behind these links. */
  VideoReceiver screen(int ssrc, int rtxSsrc, Link up, Link down) {
    FakeTransport transport = transports.getLast();
    VideoReceiver receiver =
        new VideoReceiver(loop, ssrc, rtxSsrc, bytes -> up.send(bytes, transport::deliverRtcp));
    transport.rtpOut = bytes -> down.send(bytes, receiver::rtp);
    transport.rtcpOut = bytes -> down.send(bytes, receiver::rtcp);
    receiver.start();
    return receiver;
  }

  Link perfect() {
    return new Link(loop, 1, 0, 1, 0);
  }

  void run(int millis) {
    loop.run(Duration.ofMillis(millis));
  }

  static TrackSpec simulcast(String... rids) {
    List<EncodingSpec> encodings = new ArrayList<>();
    for (String rid : rids) {
      encodings.add(EncodingSpec.ofRid(rid));
    }
    return new TrackSpec("TR_VC1", TrackKind.VIDEO, "1", encodings);
  }
}
