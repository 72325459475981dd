package parley.mediaserver.room;

import java.util.List;
import java.util.Map;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import livekit.LivekitModels.SubscriptionError;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitRtc.LeaveRequest;
import livekit.LivekitRtc.MediaSectionsRequirement;
import livekit.LivekitRtc.MuteTrackRequest;
import livekit.LivekitRtc.ParticipantUpdate;
import livekit.LivekitRtc.Ping;
import livekit.LivekitRtc.Pong;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.RoomUpdate;
import livekit.LivekitRtc.SessionDescription;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.SubscriptionPermissionUpdate;
import livekit.LivekitRtc.SubscriptionResponse;
import livekit.LivekitRtc.TrackPublishedResponse;
import livekit.LivekitRtc.TrackSubscribed;
import livekit.LivekitRtc.TrackUnpublishedResponse;

/** Makes the messages we send. */
final class Responses {
  private Responses() {}

  static SignalResponse update(List<ParticipantInfo> participants) {
    return SignalResponse.newBuilder()
        .setUpdate(ParticipantUpdate.newBuilder().addAllParticipants(participants))
        .build();
  }

  static SignalResponse leave(Departure departure) {
    boolean back = departure.action() != LeaveRequest.Action.DISCONNECT;
    return SignalResponse.newBuilder()
        .setLeave(
            LeaveRequest.newBuilder()
                .setReason(departure.wire())
                .setAction(departure.action())
                .setCanReconnect(back))
        .build();
  }

  static SignalResponse answer(String sdp, int id, Map<String, String> midToTrackId) {
    return SignalResponse.newBuilder()
        .setAnswer(
            SessionDescription.newBuilder()
                .setType("answer")
                .setSdp(sdp)
                .setId(id)
                .putAllMidToTrackId(midToTrackId))
        .build();
  }

  static SignalResponse published(String cid, TrackInfo track) {
    return SignalResponse.newBuilder()
        .setTrackPublished(TrackPublishedResponse.newBuilder().setCid(cid).setTrack(track))
        .build();
  }

  static SignalResponse unpublished(String trackSid) {
    return SignalResponse.newBuilder()
        .setTrackUnpublished(TrackUnpublishedResponse.newBuilder().setTrackSid(trackSid))
        .build();
  }

  static SignalResponse mute(String trackSid) {
    return SignalResponse.newBuilder()
        .setMute(MuteTrackRequest.newBuilder().setSid(trackSid).setMuted(true))
        .build();
  }

  static SignalResponse subscribed(String trackSid) {
    return SignalResponse.newBuilder()
        .setTrackSubscribed(TrackSubscribed.newBuilder().setTrackSid(trackSid))
        .build();
  }

  static SignalResponse permission(String participantSid, String trackSid, boolean allowed) {
    return SignalResponse.newBuilder()
        .setSubscriptionPermissionUpdate(
            SubscriptionPermissionUpdate.newBuilder()
                .setParticipantSid(participantSid)
                .setTrackSid(trackSid)
                .setAllowed(allowed))
        .build();
  }

  static SignalResponse subscriptionFailed(String trackSid, SubscriptionError error) {
    return SignalResponse.newBuilder()
        .setSubscriptionResponse(
            SubscriptionResponse.newBuilder().setTrackSid(trackSid).setErr(error))
        .build();
  }

  static SignalResponse sections(int audios, int videos) {
    return SignalResponse.newBuilder()
        .setMediaSectionsRequirement(
            MediaSectionsRequirement.newBuilder().setNumAudios(audios).setNumVideos(videos))
        .build();
  }

  static SignalResponse room(Room room) {
    return SignalResponse.newBuilder().setRoomUpdate(RoomUpdate.newBuilder().setRoom(room)).build();
  }

  static SignalResponse refreshToken(String token) {
    return SignalResponse.newBuilder().setRefreshToken(token).build();
  }

  static SignalResponse pong(long nowMillis) {
    return SignalResponse.newBuilder().setPong(nowMillis).build();
  }

  static SignalResponse pong(Ping ping, long nowMillis) {
    return SignalResponse.newBuilder()
        .setPongResp(
            Pong.newBuilder().setLastPingTimestamp(ping.getTimestamp()).setTimestamp(nowMillis))
        .build();
  }

  static SignalResponse request(RequestResponse.Builder response) {
    return SignalResponse.newBuilder().setRequestResponse(response).build();
  }
}
