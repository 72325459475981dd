package parley.mediaserver.room;

import livekit.LivekitRtc.SubscriptionPermission;
import livekit.LivekitRtc.TrackPermission;

/** Whom a publisher lets receive its tracks; everyone until it says otherwise. */
final class Permissions {
  private SubscriptionPermission said =
      SubscriptionPermission.newBuilder().setAllParticipants(true).build();

  void say(SubscriptionPermission permission) {
    said = permission;
  }

  boolean permits(LiveParticipant subscriber, LiveTrack track) {
    if (said.getAllParticipants()) {
      return true;
    }
    for (TrackPermission one : said.getTrackPermissionsList()) {
      boolean meant =
          one.getParticipantSid().isEmpty()
              ? one.getParticipantIdentity().equals(subscriber.identity())
              : one.getParticipantSid().equals(subscriber.sid());
      if (meant && (one.getAllTracks() || one.getTrackSidsList().contains(track.sid()))) {
        return true;
      }
    }
    return false;
  }
}
