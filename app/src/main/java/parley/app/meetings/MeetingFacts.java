package parley.app.meetings;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.shared.UserFacts;

/** How much a user meets, for staff; not with whom, nor about what. */
@Component
class MeetingFacts implements UserFacts {
  private final JdbcClient jdbc;

  MeetingFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param hosted meetings that the user made
   * @param joined meetings in which the user was
   * @param inMeetings in how many the user is now
   */
  record Count(long hosted, long joined, long inMeetings) {}

  @Override
  public String name() {
    return "meetings";
  }

  @Override
  public Count of(UUID userId, boolean withAddresses) {
    return jdbc.sql(
            """
            SELECT
              (SELECT count(*) FROM meetings WHERE host_user_id = :id) AS hosted,
              (SELECT count(*) FROM meeting_participants
                WHERE user_id = :id AND joined_at IS NOT NULL) AS joined,
              (SELECT count(DISTINCT s.meeting_id) FROM meeting_presences s
                JOIN meeting_participants p ON p.id = s.participant_id
                WHERE p.user_id = :id AND s.is_connected) AS present
            """)
        .param("id", userId)
        .query((row, number) ->
            new Count(row.getLong("hosted"), row.getLong("joined"), row.getLong("present")))
        .single();
  }
}
