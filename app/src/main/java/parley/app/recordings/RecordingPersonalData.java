package parley.app.recordings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.meetings.HostedMeetings;
import parley.app.shared.PersonalData;
import parley.app.shared.PersonalRows;
import parley.app.shared.PersonalRows.Part;

/** The recordings of somebody's meetings; their files belong to {@code files}. */
@Component
class RecordingPersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(Part.of("recordings", "t.meeting_id = ANY (:meetings)"));

  private final JdbcClient jdbc;
  private final PersonalRows rows;
  private final HostedMeetings hosted;

  RecordingPersonalData(JdbcClient jdbc, PersonalRows rows, HostedMeetings hosted) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.hosted = hosted;
  }

  @Override
  public String name() {
    return "recordings";
  }

  @Override
  public List<Map<String, Object>> export(UUID userId) {
    return rows.read(Map.of("meetings", meetings(userId)), PARTS);
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
