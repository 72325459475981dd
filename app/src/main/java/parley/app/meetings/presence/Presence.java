package parley.app.meetings.presence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code meeting_presences}: one tab or device of a person in a meeting.
 *
 * @param sessionId the login session it was made with; null for guests
 * @param mediaSid the media connection that counts; null while there is none
 * @param closedAt its tokens are dead from then on
 */
public record Presence(
    UUID id,
    UUID meetingId,
    UUID participantId,
    @Nullable UUID sessionId,
    boolean isConnected,
    @Nullable String mediaSid,
    @Nullable Instant closedAt) {

  /** Whether this is about the media connection that counts. */
  boolean isOn(String connection) {
    return isConnected && connection.equals(mediaSid);
  }
}
