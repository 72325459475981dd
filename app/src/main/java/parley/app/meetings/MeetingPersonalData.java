package parley.app.meetings;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;

/** The meetings somebody hosts and their times in others'. */
@Component
class MeetingPersonalData implements PersonalData {
  private static final String OF_PERSON =
      "t.participant_id IN (SELECT id FROM meeting_participants WHERE user_id = :user)";
  private static final List<Part> PARTS =
      List.of(
          Part.of("meetings", "t.host_user_id = :user", "seats_taken"),
          Part.of("meeting_participants", "t.user_id = :user", "is_seated"),
          Part.of("meeting_presences", OF_PERSON),
          Part.of("presence_intervals", OF_PERSON));

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
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  /**
   * Rows of others' meetings stay, without a name; words about own meetings go, and those not over
   * are cancelled.
   */
  @Override
  @Transactional
  public void erase(UUID userId) {
    repository.openOf(userId).forEach(meeting -> meetings.cancel(meeting, null));
    run(
        userId,
        """
        UPDATE meeting_presences SET session_id = NULL, media_sid = NULL, media_node = NULL,
          closed_at = coalesce(closed_at, created_at), closed_for = 'erased'
        WHERE participant_id IN (SELECT id FROM meeting_participants WHERE user_id = :user)
        """);
    run(
        userId,
        """
        UPDATE presence_intervals SET leave_reason = NULL
        WHERE participant_id IN (SELECT id FROM meeting_participants WHERE user_id = :user)
        """);
    run(userId, "UPDATE meetings SET title = NULL, description = NULL WHERE host_user_id = :user");
    run(
        userId,
        "UPDATE meeting_participants SET display_name = '"
            + NOBODYS_NAME
            + "', user_id = NULL WHERE user_id = :user");
  }

  private void run(UUID userId, String statement) {
    jdbc.sql(statement).param("user", userId).update();
  }
}
