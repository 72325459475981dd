package parley.app.meetings.presence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Seats: one for each person, however many tabs and devices. They are counted on the row of the
 * meeting, and one statement with a condition gives or refuses one, so exactly as many people sit
 * as may.
 */
@Repository
public class Seats {
  private final JdbcClient jdbc;

  Seats(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What came of asking for a seat. */
  public enum Seat {
    HAD_ONE,
    TAKEN,
    /** None is free, or the meeting is locked or over. The caller rolls back. */
    NONE
  }

  /**
   * Gives the person a seat, which is kept until {@code mediaDue} without media. Hosts and co-hosts
   * have one always, also where all are taken; they are counted like everybody. The person's row is
   * locked by the caller.
   *
   * @param passesLock whether a locked meeting lets this person in
   */
  public Seat take(UUID meetingId, UUID participantId, boolean passesLock, Instant mediaDue) {
    if (!sit(participantId, mediaDue)) {
      return Seat.HAD_ONE;
    }
    int given =
        jdbc.sql(
                """
                UPDATE meetings SET seats_taken = seats_taken + 1
                WHERE id = :meeting AND (NOT is_locked OR :passes)
                  AND (seats_taken < max_participants OR EXISTS (
                    SELECT 1 FROM meeting_participants WHERE id = :person AND role IN ('host', 'cohost')))
                  AND ended_at IS NULL AND cancelled_at IS NULL
                """)
            .param("meeting", meetingId)
            .param("person", participantId)
            .param("passes", passesLock)
            .update();
    return given == 1 ? Seat.TAKEN : Seat.NONE;
  }

  private boolean sit(UUID participantId, Instant mediaDue) {
    return jdbc.sql(
                """
                UPDATE meeting_participants SET is_seated = true, media_due = :due
                WHERE id = :id AND NOT is_seated
                """)
            .param("id", participantId)
            .param("due", Timestamp.from(mediaDue))
            .update()
        == 1;
  }

  /**
   * Frees the person's seat if nothing of them is connected or awaited any more, however many tabs
   * say that they are about to. The person's row is locked by the caller.
   */
  public boolean freeIfGone(UUID meetingId, UUID participantId, Instant now) {
    int stoodUp =
        jdbc.sql(
                """
                UPDATE meeting_participants p SET is_seated = false, media_due = NULL
                WHERE p.id = :id AND p.is_seated AND NOT EXISTS (
                  SELECT 1 FROM meeting_presences s WHERE s.participant_id = p.id
                    AND (s.is_connected OR (s.seat_until > :now AND coalesce(p.media_due, 'infinity') > :now)))
                """)
            .param("id", participantId)
            .param("now", Timestamp.from(now))
            .update();
    if (stoodUp == 0) {
      return false;
    }
    jdbc.sql("UPDATE meetings SET seats_taken = seats_taken - 1 WHERE id = :meeting")
        .param("meeting", meetingId)
        .update();
    return true;
  }
}
