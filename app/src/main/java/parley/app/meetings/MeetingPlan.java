package parley.app.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a new meeting to be.
 *
 * @param startsAt null for an instant one
 * @param maxParticipants null for as many as the plan allows
 */
public record MeetingPlan(
    @Nullable String title,
    @Nullable String description,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Integer maxParticipants,
    boolean guestsAllowed,
    boolean recordingAllowed,
    boolean transcriptionEnabled) {}
