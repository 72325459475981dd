package parley.app.breakouts;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.meetings.HostedMeetings;
import parley.app.shared.PersonalData;

/** How somebody named the breakouts of their meetings, and the breakouts they were in. */
@Component
class BreakoutPersonalData implements PersonalData {
  private static final Part BREAKOUTS = Part.of("breakout_rooms", "t.meeting_id = ANY (:meetings)");
  private static final Part PERSONS =
      Part.of("breakout_participants", "t.participant_id = ANY (:persons)");

  private final JdbcClient jdbc;
  private final HostedMeetings hosted;

  BreakoutPersonalData(JdbcClient jdbc, HostedMeetings hosted) {
    this.jdbc = jdbc;
    this.hosted = hosted;
  }

  @Override
  public String name() {
    return "breakouts";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return List.of(
        BREAKOUTS.with("meetings", hosted.of(userId).toArray(UUID[]::new)),
        PERSONS.with("persons", hosted.personsOf(userId).toArray(UUID[]::new)));
  }

  /** The rows stay with the meeting; a breakout is called by its number then. */
  @Override
  @Transactional
  public void erase(UUID userId) {
    jdbc.sql(
            """
            UPDATE breakout_rooms SET name = 'Breakout ' || position, conference_server_id = NULL
            WHERE meeting_id = ANY (:meetings)
            """)
        .param("meetings", hosted.of(userId).toArray(UUID[]::new))
        .update();
  }
}
