package parley.mediaserver.room;

import livekit.LivekitRtc.SyncState;
import livekit.LivekitRtc.TrackPublishedResponse;
import livekit.LivekitRtc.UpdateTrackSettings;

/** What a client that resumed says it has. */
final class SyncStates {
  private SyncStates() {}

  /** Takes its wishes over; a track we do not know makes it start afresh. */
  static void apply(LiveParticipant participant, SyncState state) {
    for (TrackPublishedResponse published : state.getPublishTracksList()) {
      if (participant.publications().find(published.getTrack().getSid()) == null) {
        participant.startAfresh();
        return;
      }
    }
    participant.subscriptions().wish(state.getSubscription());
    if (state.getTrackSidsDisabledCount() > 0) {
      participant
          .subscriptions()
          .setting(
              UpdateTrackSettings.newBuilder()
                  .addAllTrackSids(state.getTrackSidsDisabledList())
                  .setDisabled(true)
                  .build());
    }
  }
}
