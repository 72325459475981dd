package parley.app.meetings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as JSON shows it.
 *
 * @param joinUrl the signed link
 * @param version rises with every change; a PATCH may bring it back, see {@link MeetingChange}
 * @param myRole the asker's role; null where it is shown to many
 */
public record MeetingView(
    UUID id,
    String code,
    @Nullable String title,
    @Nullable String description,
    String joinUrl,
    boolean isInstant,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    int maxParticipants,
    boolean isLocked,
    boolean guestsAllowed,
    boolean recordingAllowed,
    boolean transcriptionEnabled,
    MeetingStatus status,
    Host host,
    @Nullable MeetingRole myRole,
    int participantsNow,
    Instant createdAt,
    Instant updatedAt,
    long version,
    @Nullable Instant endedAt) {

  /** Who planned it. */
  public record Host(UUID id, String displayName) {}
}
