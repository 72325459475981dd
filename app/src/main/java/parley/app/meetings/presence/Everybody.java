package parley.app.meetings.presence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends all that is present in a meeting that is over. People before the meeting, as everywhere. */
@Repository
class Everybody {
  private final JdbcClient jdbc;
  private final Clock clock;

  Everybody(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void leave(UUID meetingId) {
    run(
        meetingId,
        """
        UPDATE meeting_participants SET is_seated = false, media_due = NULL, is_muted = true, is_video_on = false,
          hand_raised_at = NULL,
          left_at = CASE WHEN joined_at IS NULL THEN NULL ELSE coalesce(left_at, greatest(joined_at, :now::timestamptz)) END
        WHERE meeting_id = :meeting
        """);
    run(
        meetingId,
        """
        UPDATE presence_intervals SET left_at = greatest(joined_at, :now::timestamptz), leave_reason = 'meeting_over'
        WHERE meeting_id = :meeting AND left_at IS NULL
        """);
    run(
        meetingId,
        """
        UPDATE meeting_presences SET closed_at = :now::timestamptz, closed_for = 'meeting_over', is_connected = false, media_sid = NULL, seat_until = NULL,
          is_muted = true, is_video_on = false WHERE meeting_id = :meeting AND closed_at IS NULL
        """);
    run(meetingId, "UPDATE meetings SET seats_taken = 0, updated_at = :now WHERE id = :meeting");
  }

  private void run(UUID meetingId, String statement) {
    jdbc.sql(statement)
        .param("meeting", meetingId)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
