package parley.app.meetings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code meeting_participants}: a person in a meeting, over all reloads and devices.
 *
 * @param userId null for a guest
 * @param joinedAt when media first connected
 * @param leftAt the last sign of life; null while present, and before the first connection
 * @param wasRemoved a host has sent them away, for good
 * @param isSeated whether a seat is kept for them
 */
public record MeetingParticipant(
    UUID id,
    UUID meetingId,
    @Nullable UUID userId,
    String displayName,
    MeetingRole role,
    @Nullable Instant joinedAt,
    @Nullable Instant leftAt,
    boolean isMuted,
    boolean isVideoOn,
    boolean wasRemoved,
    @Nullable Instant handRaisedAt,
    boolean isSeated) {}
