package parley.app.meetings.presence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code presence_intervals}: from media connected to the last sign of life. */
@Repository
class IntervalRepository {
  private final JdbcClient jdbc;

  IntervalRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(Presence presence, Instant at) {
    jdbc.sql(
            """
            INSERT INTO presence_intervals (presence_id, participant_id, meeting_id, joined_at)
            VALUES (:presence, :participant, :meeting, :at) ON CONFLICT DO NOTHING
            """)
        .param("presence", presence.id())
        .param("participant", presence.participantId())
        .param("meeting", presence.meetingId())
        .param("at", Timestamp.from(at))
        .update();
  }

  void end(UUID presenceId, Instant at, Departure why) {
    jdbc.sql(
            """
            UPDATE presence_intervals SET left_at = greatest(joined_at, :at), leave_reason = :why
            WHERE presence_id = :presence AND left_at IS NULL
            """)
        .param("presence", presenceId)
        .param("at", Timestamp.from(at))
        .param("why", why.spelled())
        .update();
  }
}
