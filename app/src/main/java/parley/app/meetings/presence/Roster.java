package parley.app.meetings.presence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.meetings.MeetingRole;
import parley.app.users.Users;

/** Who is in a meeting now. */
@Repository
public class Roster {
  private static final String SELECT =
      """
      SELECT p.id, p.user_id, p.display_name, p.role, p.is_muted, p.is_video_on, p.joined_at, p.hand_raised_at,
        array_agg(s.id ORDER BY s.id) AS presences
      FROM meeting_participants p JOIN meeting_presences s ON s.participant_id = p.id AND s.is_connected
      """;

  private final JdbcClient jdbc;
  private final Users users;

  Roster(JdbcClient jdbc, Users users) {
    this.jdbc = jdbc;
    this.users = users;
  }

  /** Everybody, in order of joining. */
  public List<RosterEntry> of(UUID meetingId) {
    return withPictures(
        jdbc.sql(SELECT + "WHERE s.meeting_id = :id GROUP BY p.id ORDER BY p.joined_at, p.id")
            .param("id", meetingId)
            .query((row, number) -> entry(row))
            .list());
  }

  /** One person, if present. */
  public Optional<RosterEntry> entry(UUID participantId) {
    return withPictures(
            jdbc.sql(SELECT + "WHERE p.id = :id GROUP BY p.id")
                .param("id", participantId)
                .query((row, number) -> entry(row))
                .list())
        .stream()
        .findFirst();
  }

  private List<RosterEntry> withPictures(List<RosterEntry> entries) {
    List<UUID> ids = entries.stream().map(RosterEntry::userId).filter(Objects::nonNull).toList();
    Map<UUID, String> pictures = users.pictures(ids);
    return entries.stream()
        .map(entry -> entry.userId() == null ? entry : entry.with(pictures.get(entry.userId())))
        .toList();
  }

  private static RosterEntry entry(ResultSet row) throws SQLException {
    String name = row.getString("display_name");
    return new RosterEntry(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        name == null ? "" : name,
        null,
        MeetingRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        row.getBoolean("is_muted"),
        row.getBoolean("is_video_on"),
        instant(row, "joined_at"),
        instant(row, "hand_raised_at"),
        ids(row.getArray("presences")));
  }

  private static List<UUID> ids(Array array) throws SQLException {
    return List.of((UUID[]) array.getArray());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
