package parley.app.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meeting_participants}. */
@Repository
public class ParticipantRepository {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "meeting_id",
          "user_id",
          "display_name",
          "role",
          "joined_at",
          "left_at",
          "is_muted",
          "is_video_on",
          "was_removed",
          "hand_raised_at",
          "is_seated");

  private final JdbcClient jdbc;

  ParticipantRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The person of this id. */
  public Optional<MeetingParticipant> find(UUID id) {
    return jdbc.sql("SELECT * FROM meeting_participants WHERE id = :id")
        .param("id", id)
        .query((row, number) -> participant(row))
        .optional();
  }

  /** The users who have a place in the meeting and were not removed. */
  List<UUID> users(UUID meetingId) {
    return jdbc.sql(
            """
            SELECT user_id FROM meeting_participants
            WHERE meeting_id = :meeting AND user_id IS NOT NULL AND NOT was_removed
            """)
        .param("meeting", meetingId)
        .query(UUID.class)
        .list();
  }

  /** The users who are in the meeting now. */
  List<UUID> usersIn(UUID meetingId) {
    return jdbc.sql(
            """
            SELECT user_id FROM meeting_participants
            WHERE meeting_id = :meeting AND user_id IS NOT NULL AND joined_at IS NOT NULL AND left_at IS NULL
            """)
        .param("meeting", meetingId)
        .query(UUID.class)
        .list();
  }

  /** Everybody who ever was in the meeting or was to be, in order of appearance. */
  List<MeetingParticipant> all(UUID meetingId, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM meeting_participants
            WHERE meeting_id = :meeting AND (:after::uuid IS NULL OR id > :after::uuid) ORDER BY id LIMIT :limit
            """)
        .param("meeting", meetingId)
        .param("after", after)
        .param("limit", limit)
        .query((row, number) -> participant(row))
        .list();
  }

  /** Who is in the meeting now, in order of joining. */
  List<MeetingParticipant> present(UUID meetingId, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM meeting_participants
            WHERE meeting_id = :meeting AND joined_at IS NOT NULL AND left_at IS NULL ORDER BY joined_at, id LIMIT :limit
            """)
        .param("meeting", meetingId)
        .param("limit", limit)
        .query((row, number) -> participant(row))
        .list();
  }

  /**
   * The row of a user in a meeting, made if it is not there, with its name brought up to date.
   * Locked until the transaction ends.
   */
  public MeetingParticipant ofUser(
      UUID freshId, UUID meetingId, UUID userId, String name, MeetingRole role, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO meeting_participants (id, meeting_id, user_id, display_name, role, is_muted, is_video_on, created_at)
            VALUES (:id, :meeting, :user, :name, :role, true, false, :now)
            ON CONFLICT (meeting_id, user_id) WHERE user_id IS NOT NULL DO UPDATE SET display_name = excluded.display_name
            RETURNING *
            """)
        .param("id", freshId)
        .param("meeting", meetingId)
        .param("user", userId)
        .param("name", name)
        .param("role", role.spelled())
        .param("now", Timestamp.from(now))
        .query((row, number) -> participant(row))
        .single();
  }

  /** A new row for somebody without an account. */
  public MeetingParticipant ofNewGuest(UUID freshId, UUID meetingId, String name, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO meeting_participants (id, meeting_id, display_name, is_muted, is_video_on, created_at)
            VALUES (:id, :meeting, :name, true, false, :now) RETURNING *
            """)
        .param("id", freshId)
        .param("meeting", meetingId)
        .param("name", name)
        .param("now", Timestamp.from(now))
        .query((row, number) -> participant(row))
        .single();
  }

  /**
   * The row of somebody who comes back, with the name they give now. Locked until the transaction
   * ends.
   */
  public MeetingParticipant ofReturning(UUID id, String name) {
    return jdbc.sql(
            "UPDATE meeting_participants SET display_name = :name WHERE id = :id RETURNING *")
        .param("id", id)
        .param("name", name)
        .query((row, number) -> participant(row))
        .single();
  }

  /** Locks the person's row: whatever is decided about one person is decided one after another. */
  public boolean lock(UUID id) {
    return jdbc.sql("SELECT 1 FROM meeting_participants WHERE id = :id FOR NO KEY UPDATE")
        .param("id", id)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Media is connected. */
  public void joined(UUID id, Instant at) {
    jdbc.sql(
            """
            UPDATE meeting_participants SET joined_at = coalesce(joined_at, :at), left_at = NULL, media_due = NULL
            WHERE id = :id
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Nothing of this person is there any more. */
  public void left(UUID id, Instant at) {
    jdbc.sql(
            """
            UPDATE meeting_participants SET left_at = greatest(joined_at, :at), hand_raised_at = NULL
            WHERE id = :id AND joined_at IS NOT NULL
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** From now on the seat is kept without media until then, and no longer. */
  public void mediaDue(UUID id, Instant at) {
    jdbc.sql("UPDATE meeting_participants SET media_due = :at WHERE id = :id AND is_seated")
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Sends somebody away for good; false if that was done before, or nobody is that. */
  public boolean remove(UUID meetingId, UUID id) {
    return jdbc.sql(
                """
                UPDATE meeting_participants SET was_removed = true
                WHERE id = :id AND meeting_id = :meeting AND NOT was_removed
                """)
            .param("id", id)
            .param("meeting", meetingId)
            .update()
        == 1;
  }

  /**
   * Raises a hand, keeping the time of one that is up, or lowers it with null. False if nothing
   * changed.
   */
  public boolean hand(UUID id, @Nullable Instant raisedAt) {
    String condition = raisedAt == null ? "IS NOT NULL" : "IS NULL";
    return jdbc.sql(
                "UPDATE meeting_participants SET hand_raised_at = :at WHERE id = :id AND hand_raised_at "
                    + condition)
            .param("id", id)
            .param("at", raisedAt == null ? null : Timestamp.from(raisedAt))
            .update()
        == 1;
  }

  /** The columns of a person as {@link #participant} reads them, each after a comma. */
  static String columns(String table, String prefix) {
    return COLUMNS.stream()
        .map(column -> ", " + table + "." + column + " AS " + prefix + column)
        .collect(Collectors.joining());
  }

  private static MeetingParticipant participant(ResultSet row) throws SQLException {
    return participant(row, "");
  }

  /** The person in a row whose columns are called as in the table, with something before it. */
  static MeetingParticipant participant(ResultSet row, String prefix) throws SQLException {
    String name = row.getString(prefix + "display_name");
    return new MeetingParticipant(
        row.getObject(prefix + "id", UUID.class),
        row.getObject(prefix + "meeting_id", UUID.class),
        row.getObject(prefix + "user_id", UUID.class),
        name == null ? "" : name,
        MeetingRole.of(row.getString(prefix + "role")),
        instant(row, prefix + "joined_at"),
        instant(row, prefix + "left_at"),
        row.getBoolean(prefix + "is_muted"),
        row.getBoolean(prefix + "is_video_on"),
        row.getBoolean(prefix + "was_removed"),
        instant(row, prefix + "hand_raised_at"),
        row.getBoolean(prefix + "is_seated"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
