package parley.mediaserver.room;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import livekit.LivekitRtc.SubscriptionPermission;
import livekit.LivekitRtc.TrackPermission;
import org.jspecify.annotations.Nullable;

/** Whom a publisher lets receive its tracks; everyone until it says otherwise. */
final class Permissions {
  /** Permitted tracks of one receiver. */
  private static final class Permitted {
    private boolean all;
    private final Set<String> tracks = new HashSet<>();
  }

  private boolean everyone = true;
  private Map<String, Permitted> bySid = Map.of();
  private Map<String, Permitted> byIdentity = Map.of();

  void say(SubscriptionPermission permission) {
    everyone = permission.getAllParticipants();
    bySid = new HashMap<>();
    byIdentity = new HashMap<>();
    for (TrackPermission one : permission.getTrackPermissionsList()) {
      Permitted permitted =
          one.getParticipantSid().isEmpty()
              ? byIdentity.computeIfAbsent(one.getParticipantIdentity(), key -> new Permitted())
              : bySid.computeIfAbsent(one.getParticipantSid(), key -> new Permitted());
      permitted.all |= one.getAllTracks();
      permitted.tracks.addAll(one.getTrackSidsList());
    }
  }

  boolean permits(LiveParticipant subscriber, LiveTrack track) {
    return everyone
        || permits(bySid.get(subscriber.sid()), track)
        || permits(byIdentity.get(subscriber.identity()), track);
  }

  private static boolean permits(@Nullable Permitted permitted, LiveTrack track) {
    return permitted != null && (permitted.all || permitted.tracks.contains(track.sid()));
  }
}
