package parley.mediaserver.room;

import livekit.LivekitRtc.SyncState;
import livekit.LivekitRtc.TrackPublishedResponse;

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
    participant.subscriptions().pause(state.getTrackSidsDisabledList());
  }
}
