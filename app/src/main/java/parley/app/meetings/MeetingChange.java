package parley.app.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What to change about a meeting; null leaves a thing as it is. */
record MeetingChange(
    @Nullable String title,
    @Nullable String description,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Integer maxParticipants,
    @Nullable Boolean isLocked,
    @Nullable Boolean guestsAllowed,
    @Nullable Boolean recordingAllowed,
    @Nullable Boolean transcriptionEnabled) {}
