package parley.app.meetings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Refusal;
import parley.app.shared.Times;

/**
 * Which part of somebody's meetings is asked for.
 *
 * @param past those that are over, latest first; else those to come, next first
 * @param limit at most so many
 * @param from behind this one; null from the beginning
 */
record MeetingPage(boolean past, int limit, @Nullable Place from) {
  private static final int MOST = 100;

  /** A place in the order: by time, then by id. */
  record Place(Instant at, UUID id) {
    /** As the cursor that clients hand back. */
    String cursor() {
      byte[] text = (at + " " + id).getBytes(StandardCharsets.US_ASCII);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static Place of(Meeting meeting) {
      Instant starts = meeting.startsAt();
      return new Place(starts == null ? meeting.createdAt() : starts, meeting.id());
    }

    private static Place parse(String cursor) {
      try {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        int gap = text.indexOf(' ');
        return new Place(
            Times.parse(text.substring(0, Math.max(gap, 0))).orElseThrow(Place::notOurs),
            UUID.fromString(text.substring(gap + 1)));
      } catch (IllegalArgumentException notOurs) {
        throw notOurs();
      }
    }

    private static Refusal notOurs() {
      return Refusal.invalid("cursor", "This cursor is not one of ours.");
    }
  }

  static MeetingPage of(String when, @Nullable Integer limit, @Nullable String cursor) {
    boolean past = when.equals("past");
    if (!past && !when.equals("upcoming")) {
      throw Refusal.invalid("when", "Use 'upcoming' or 'past'.");
    }
    int most = limit == null ? 50 : Math.clamp(limit, 1, MOST);
    return new MeetingPage(past, most, cursor == null ? null : Place.parse(cursor));
  }
}
