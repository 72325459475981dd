package parley.app.meetings.presence;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.ParticipantPass;

/** Whose the presences are that tokens name. */
@Repository
public class PassRepository {
  private final JdbcClient jdbc;

  PassRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Removed people are among them: they are told that they were removed. Presences whose login
   * session has ended are not.
   */
  public List<ParticipantPass> find(Collection<UUID> presences) {
    return jdbc.sql(
            """
            SELECT meeting_id, participant_id FROM meeting_presences
            WHERE id IN (:ids) AND closed_for IS DISTINCT FROM 'logged_out'
            """)
        .param("ids", presences)
        .query((row, number) ->
            new ParticipantPass(
                row.getObject("meeting_id", UUID.class),
                row.getObject("participant_id", UUID.class)))
        .list();
  }
}
