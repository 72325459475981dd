package parley.app.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Refusal;

/** What the planned times of a meeting must keep. */
final class MeetingTimes {
  private MeetingTimes() {}

  static void check(@Nullable Instant startsAt, @Nullable Instant endsAt) {
    if (endsAt != null && startsAt == null) {
      throw Refusal.invalid("startsAt", "A meeting that has an end needs a beginning.");
    }
    if (endsAt != null && !endsAt.isAfter(startsAt)) {
      throw Refusal.invalid("endsAt", "The end must lie behind the beginning.");
    }
  }
}
