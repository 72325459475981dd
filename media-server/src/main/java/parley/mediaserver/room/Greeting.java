package parley.mediaserver.room;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import livekit.LivekitModels.Codec;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import livekit.LivekitModels.ServerInfo;
import livekit.LivekitRtc.JoinResponse;
import livekit.LivekitRtc.ReconnectResponse;
import livekit.LivekitRtc.SignalResponse;
import parley.mediaserver.Lifetimes;
import parley.mediaserver.RoomOptions;

/** The first messages of a session: join, reconnect; and what they say of room and server. */
final class Greeting {
  /**
   * The LiveKit server we speak like. Clients read it: below 1.8.0 they lose RPC, above 1.13.6 they
   * send VP9 and AV1 in simulcast, and no version at all is an unsupported server.
   */
  private static final String VERSION = "1.13.0";

  private static final int PROTOCOL = 17;

  /** VP8 first: it is what clients fall back to, and every one of them decodes it. */
  private static final List<String> CODECS = List.of("video/VP8", "video/H264", "audio/opus");

  private Greeting() {}

  static SignalResponse join(
      House house, Room room, ParticipantInfo self, List<ParticipantInfo> others) {
    Lifetimes lifetimes = house.lifetimes();
    JoinResponse.Builder join =
        JoinResponse.newBuilder()
            .setRoom(room)
            .setParticipant(self)
            .addAllOtherParticipants(others)
            .setServerVersion(VERSION)
            .setServerInfo(server(house))
            .setPingInterval((int) lifetimes.pingInterval().toSeconds())
            .setPingTimeout((int) lifetimes.pingTimeout().toSeconds())
            .setSifTrailer(ByteString.EMPTY)
            .setFastPublish(true);
    CODECS.forEach(mime -> join.addEnabledPublishCodecs(Codec.newBuilder().setMime(mime)));
    return SignalResponse.newBuilder().setJoin(join).build();
  }

  static SignalResponse reconnect(House house) {
    return SignalResponse.newBuilder()
        .setReconnect(ReconnectResponse.newBuilder().setServerInfo(server(house)))
        .build();
  }

  static Room room(String sid, String name, RoomOptions options, Instant madeAt) {
    Room.Builder room =
        Room.newBuilder()
            .setSid(sid)
            .setName(name)
            .setEmptyTimeout((int) options.emptyTimeout().toSeconds())
            .setDepartureTimeout((int) options.departureTimeout().toSeconds())
            .setMaxParticipants(options.maxParticipants())
            .setMetadata(options.metadata())
            .setCreationTime(madeAt.getEpochSecond())
            .setCreationTimeMs(madeAt.toEpochMilli());
    CODECS.forEach(mime -> room.addEnabledCodecs(Codec.newBuilder().setMime(mime)));
    return room.addEnabledCodecs(Codec.newBuilder().setMime("video/rtx")).build();
  }

  private static ServerInfo server(House house) {
    return ServerInfo.newBuilder()
        .setVersion(VERSION)
        .setProtocol(PROTOCOL)
        .setNodeId(house.nodeId())
        .build();
  }
}
