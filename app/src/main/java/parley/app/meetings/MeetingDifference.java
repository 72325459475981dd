package parley.app.meetings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change changed, for the audit trail. Texts that people wrote are only said to have
 * changed.
 */
final class MeetingDifference {
  private final Map<String, Object> before = new LinkedHashMap<>();
  private final Map<String, Object> after = new LinkedHashMap<>();

  private MeetingDifference() {}

  static MeetingChanged of(Meeting old, Meeting now, UUID actor) {
    MeetingDifference found = new MeetingDifference();
    found.compare("startsAt", old.startsAt(), now.startsAt());
    found.compare("endsAt", old.endsAt(), now.endsAt());
    found.compare("maxParticipants", old.maxParticipants(), now.maxParticipants());
    found.compare("isLocked", old.isLocked(), now.isLocked());
    found.compare("guestsAllowed", old.guestsAllowed(), now.guestsAllowed());
    found.compare("recordingAllowed", old.recordingAllowed(), now.recordingAllowed());
    found.compare("transcriptionEnabled", old.transcriptionEnabled(), now.transcriptionEnabled());
    boolean words =
        !Objects.equals(old.title(), now.title())
            || !Objects.equals(old.description(), now.description());
    if (words) {
      found.after.put("wordsChanged", true);
    }
    return new MeetingChanged(now.id(), actor, found.before, found.after);
  }

  private void compare(String name, @Nullable Object old, @Nullable Object now) {
    if (!Objects.equals(old, now)) {
      before.put(name, String.valueOf(old));
      after.put(name, String.valueOf(now));
    }
  }
}
