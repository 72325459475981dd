package parley.app.meetings.presence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.meetings.MeetingRole;

/**
 * Somebody who is in a meeting now, as pages are shown them.
 *
 * @param presences the tabs and devices that are connected
 * @param pictureUrl a path at which the picture of the user is; null for guests and where there is
 *     none
 * @param handRaisedAt since when the hand is up; null while it is down
 */
public record RosterEntry(
    UUID participantId,
    @Nullable UUID userId,
    String displayName,
    @Nullable String pictureUrl,
    MeetingRole role,
    boolean isMuted,
    boolean isVideoOn,
    @Nullable Instant joinedAt,
    @Nullable Instant handRaisedAt,
    List<UUID> presences) {

  RosterEntry with(@Nullable String picture) {
    return new RosterEntry(
        participantId,
        userId,
        displayName,
        picture,
        role,
        isMuted,
        isVideoOn,
        joinedAt,
        handRaisedAt,
        presences);
  }
}
