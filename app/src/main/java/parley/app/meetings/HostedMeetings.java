package parley.app.meetings;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which meetings and persons of meetings belong to a user, for rooms that keep something by them.
 */
@Component
public class HostedMeetings {
  private final JdbcClient jdbc;

  HostedMeetings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All meetings this user ever hosted. */
  public List<UUID> of(UUID userId) {
    return jdbc.sql("SELECT id FROM meetings WHERE host_user_id = :user ORDER BY id")
        .param("user", userId)
        .query(UUID.class)
        .list();
  }

  /** All persons of meetings that this user is. */
  public List<UUID> personsOf(UUID userId) {
    return jdbc.sql("SELECT id FROM meeting_participants WHERE user_id = :user ORDER BY id")
        .param("user", userId)
        .query(UUID.class)
        .list();
  }
}
