package parley.app.recordings;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.meetings.HostedMeetings;
import parley.app.shared.PersonalData;

/** The recordings of somebody's meetings; their files belong to {@code files}. */
@Component
class RecordingPersonalData implements PersonalData {
  private static final Part RECORDINGS = Part.of("recordings", "t.meeting_id = ANY (:meetings)");

  private final JdbcClient jdbc;
  private final HostedMeetings hosted;

  RecordingPersonalData(JdbcClient jdbc, HostedMeetings hosted) {
    this.jdbc = jdbc;
    this.hosted = hosted;
  }

  @Override
  public String name() {
    return "recordings";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return List.of(RECORDINGS.with("meetings", meetings(userId)));
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    jdbc.sql("DELETE FROM recordings WHERE meeting_id = ANY (:meetings)")
        .param("meetings", meetings(userId))
        .update();
  }

  private UUID[] meetings(UUID userId) {
    return hosted.of(userId).toArray(UUID[]::new);
  }
}
