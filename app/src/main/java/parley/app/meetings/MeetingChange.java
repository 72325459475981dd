package parley.app.meetings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a meeting; null leaves a thing as it is.
 *
 * @param version the meeting's version that this was thought of at; the change is refused if
 *     somebody has changed one of the same fields since. Null: whoever comes last holds.
 */
record MeetingChange(
    @Nullable String title,
    @Nullable String description,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Integer maxParticipants,
    @Nullable Boolean isLocked,
    @Nullable Boolean guestsAllowed,
    @Nullable Boolean recordingAllowed,
    @Nullable Boolean transcriptionEnabled,
    @Nullable Long version) {

  /** The columns that it names, with what they shall hold. */
  Map<String, Object> columns() {
    Map<String, Object> columns = new LinkedHashMap<>();
    put(columns, "title", title);
    put(columns, "description", description);
    put(columns, "starts_at", at(startsAt));
    put(columns, "is_instant", startsAt == null ? null : false);
    put(columns, "ends_at", at(endsAt));
    put(columns, "max_participants", maxParticipants);
    put(columns, "is_locked", isLocked);
    put(columns, "guests_allowed", guestsAllowed);
    put(columns, "recording_allowed", recordingAllowed);
    put(columns, "transcription_enabled", transcriptionEnabled);
    return columns;
  }

  MeetingChange withMaxParticipants(Integer most) {
    return new MeetingChange(
        title,
        description,
        startsAt,
        endsAt,
        most,
        isLocked,
        guestsAllowed,
        recordingAllowed,
        transcriptionEnabled,
        version);
  }

  private static void put(Map<String, Object> columns, String name, @Nullable Object value) {
    if (value != null) {
      columns.put(name, value);
    }
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
