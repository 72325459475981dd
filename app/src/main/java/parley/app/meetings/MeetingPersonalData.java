package parley.app.meetings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;

/** The meetings somebody hosts and their times in others'. */
@Component
class MeetingPersonalData implements PersonalData {
  private final JdbcClient jdbc;
  private final MeetingRepository repository;
  private final Meetings meetings;

  MeetingPersonalData(JdbcClient jdbc, MeetingRepository repository, Meetings meetings) {
    this.jdbc = jdbc;
    this.repository = repository;
    this.meetings = meetings;
  }

  @Override
  public String name() {
    return "meetings";
  }

  @Override
  public List<Map<String, Object>> export(UUID userId) {
    return jdbc.sql(
            """
            SELECT m.meeting_code, m.title, m.description, m.starts_at, m.ends_at, m.created_at,
              p.role, p.display_name, p.joined_at, p.left_at, m.host_user_id = :user AS is_host
            FROM meetings m
            LEFT JOIN meeting_participants p ON p.meeting_id = m.id AND p.user_id = :user
            WHERE m.host_user_id = :user OR p.id IS NOT NULL ORDER BY m.created_at
            """)
        .param("user", userId)
        .query()
        .listOfRows();
  }

  /**
   * Rows of others' meetings stay, without a name; words about own meetings go, and those not over
   * are cancelled.
   */
  @Override
  @Transactional
  public void erase(UUID userId) {
    repository.openOf(userId).forEach(meeting -> meetings.cancel(meeting, null));
    jdbc.sql("UPDATE meeting_participants SET display_name = 'Deleted user' WHERE user_id = :user")
        .param("user", userId)
        .update();
    jdbc.sql(
            """
            UPDATE meetings SET title = NULL, description = NULL WHERE host_user_id = :user
            """)
        .param("user", userId)
        .update();
  }
}
