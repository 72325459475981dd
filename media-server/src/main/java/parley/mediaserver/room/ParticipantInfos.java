package parley.mediaserver.room;

import java.time.Instant;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantPermission;
import parley.mediaserver.AccessToken;
import parley.mediaserver.Grants;
import parley.mediaserver.LeaveReason;

/** Participants in the protocol's terms. */
final class ParticipantInfos {
  private ParticipantInfos() {}

  static ParticipantInfo.Builder of(AccessToken token, String sid, Instant joinedAt) {
    return ParticipantInfo.newBuilder()
        .setSid(sid)
        .setIdentity(token.identity())
        .setName(token.name())
        .setMetadata(token.metadata())
        .putAllAttributes(token.attributes())
        .setPermission(permission(token.grants()))
        .setJoinedAt(joinedAt.getEpochSecond())
        .setJoinedAtMs(joinedAt.toEpochMilli());
  }

  private static ParticipantPermission permission(Grants grants) {
    ParticipantPermission.Builder permission =
        ParticipantPermission.newBuilder()
            .setCanPublish(grants.canPublish())
            .setCanSubscribe(grants.canSubscribe())
            .setCanPublishData(grants.canPublishData())
            .setCanUpdateMetadata(grants.canUpdateOwnMetadata())
            .setHidden(grants.hidden());
    grants.publishSources().stream()
        .map(Sources::wire)
        .sorted()
        .forEach(permission::addCanPublishSources);
    return permission.build();
  }

  static parley.sfu.LeaveReason sfuReason(LeaveReason reason) {
    return switch (reason) {
      case CLIENT_LEFT -> parley.sfu.LeaveReason.LEFT;
      case DUPLICATE_IDENTITY -> parley.sfu.LeaveReason.REPLACED;
      case REMOVED, MISBEHAVED, FAILED -> parley.sfu.LeaveReason.REMOVED;
      case ROOM_DELETED, SERVER_STOPPED -> parley.sfu.LeaveReason.ROOM_CLOSED;
      case CONNECTION_LOST, JOIN_FAILED, STATE_MISMATCH -> parley.sfu.LeaveReason.SILENT;
    };
  }
}
