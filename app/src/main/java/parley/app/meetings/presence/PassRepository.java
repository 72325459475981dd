package parley.app.meetings.presence;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.ParticipantPass;
import parley.app.shared.UserCredentials;

/** Whose the presences are that tokens name. */
@Repository
public class PassRepository {
  private final JdbcClient jdbc;
  private final UserCredentials users;

  private record Row(ParticipantPass pass, @Nullable UUID sessionId) {}

  PassRepository(JdbcClient jdbc, UserCredentials users) {
    this.jdbc = jdbc;
    this.users = users;
  }

  /**
   * Removed people are among them: they are told that they were removed. A presence made with a
   * login session or an API key is nobody's once that is over, and stays so when nothing is left of
   * it. A guest's is theirs also after they left: they may come back.
   */
  public List<ParticipantPass> find(Collection<UUID> presences) {
    List<Row> rows = rows(presences);
    Set<UUID> sessions = new HashSet<>();
    rows.stream().map(Row::sessionId).filter(Objects::nonNull).forEach(sessions::add);
    Set<UUID> over = users.over(sessions);
    return rows.stream()
        .filter(row -> row.sessionId() == null || !over.contains(row.sessionId()))
        .map(Row::pass)
        .toList();
  }

  private List<Row> rows(Collection<UUID> presences) {
    return jdbc.sql(
            """
            SELECT meeting_id, participant_id, session_id FROM meeting_presences
            WHERE id = ANY (:ids)
              AND (closed_at IS NULL OR closed_for IS NULL OR closed_for NOT IN ('logged_out', 'erased'))
            """)
        .param("ids", presences.toArray(UUID[]::new))
        .query((row, number) ->
            new Row(
                new ParticipantPass(
                    row.getObject("meeting_id", UUID.class),
                    row.getObject("participant_id", UUID.class)),
                row.getObject("session_id", UUID.class)))
        .list();
  }
}
