package parley.app.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meetings}. */
@Repository
class MeetingRepository {
  private static final String COLUMNS =
      """
      SELECT m.*, (SELECT count(*) FROM meeting_participants p
                   WHERE p.meeting_id = m.id AND p.joined_at IS NOT NULL AND p.left_at IS NULL) AS now
      """;
  private static final String SELECT = COLUMNS + " FROM meetings m ";
  private static final String SELECT_WITH_ME =
      COLUMNS
          + ParticipantRepository.columns("me", "me_")
          + """
           FROM meetings m
          LEFT JOIN meeting_participants me ON me.meeting_id = m.id AND me.user_id = :user::uuid
          """;

  /** Each table by its own index: with an OR of the two, every meeting there is would be read. */
  private static final String AM_HOST_OR_WAS_IN =
      """
      JOIN (SELECT id FROM meetings WHERE host_user_id = :user
            UNION SELECT meeting_id FROM meeting_participants
                  WHERE user_id = :user AND joined_at IS NOT NULL AND NOT was_removed) of_mine ON of_mine.id = m.id
      """;

  private final JdbcClient jdbc;

  MeetingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Meeting meeting, String joinUrl) {
    jdbc.sql(
            """
            INSERT INTO meetings (id, host_user_id, title, description, meeting_code, is_instant, starts_at, ends_at,
              max_participants, join_url, guests_allowed, recording_allowed, transcription_enabled, created_at, updated_at)
            VALUES (:id, :host, :title, :description, :code, :instant, :starts, :ends,
              :max, :url, :guests, :recording, :transcription, :at, :at)
            """)
        .param("id", meeting.id())
        .param("host", meeting.hostUserId())
        .param("title", meeting.title())
        .param("description", meeting.description())
        .param("code", meeting.code().printed())
        .param("instant", meeting.isInstant())
        .param("starts", timestamp(meeting.startsAt()))
        .param("ends", timestamp(meeting.endsAt()))
        .param("max", meeting.maxParticipants())
        .param("url", joinUrl)
        .param("guests", meeting.guestsAllowed())
        .param("recording", meeting.recordingAllowed())
        .param("transcription", meeting.transcriptionEnabled())
        .param("at", timestamp(meeting.createdAt()))
        .update();
  }

  /** A meeting, and who a user is in it; {@code userId} null: nobody. */
  Optional<MeetingWithMe> find(MeetingCode code, @Nullable UUID userId) {
    return jdbc.sql(SELECT_WITH_ME + "WHERE m.meeting_code = :code")
        .param("code", code.printed())
        .param("user", userId)
        .query((row, number) -> withMe(row))
        .optional();
  }

  /** The same by the meeting's id. */
  Optional<MeetingWithMe> find(UUID id, @Nullable UUID userId) {
    return jdbc.sql(SELECT_WITH_ME + "WHERE m.id = :id")
        .param("id", id)
        .param("user", userId)
        .query((row, number) -> withMe(row))
        .optional();
  }

  Optional<Meeting> find(UUID id) {
    return jdbc.sql(SELECT + "WHERE m.id = :id")
        .param("id", id)
        .query((row, number) -> meeting(row))
        .optional();
  }

  /** The meeting as it is, which nobody else changes until the transaction ends. */
  Optional<Meeting> hold(UUID id) {
    return jdbc.sql(SELECT + "WHERE m.id = :id FOR NO KEY UPDATE OF m")
        .param("id", id)
        .query((row, number) -> meeting(row))
        .optional();
  }

  /**
   * Writes the columns that a change names and no other, of a meeting that is not over; false if
   * somebody has changed one of them since the version that the change was thought of at.
   */
  boolean change(UUID id, MeetingChange change, Instant at) {
    Map<String, Object> columns = change.columns();
    String named =
        columns.keySet().stream()
            .map(column -> column + " = :" + column + ", ")
            .collect(Collectors.joining());
    return jdbc.sql(
                """
                UPDATE meetings SET {named}updated_at = :at, version = version + 1, column_versions = column_versions
                  || (SELECT coalesce(jsonb_object_agg(name, version + 1), '{}') FROM unnest(:names::text[]) name)
                WHERE id = :id AND ended_at IS NULL AND cancelled_at IS NULL AND NOT EXISTS (
                  SELECT 1 FROM jsonb_each_text(column_versions) changed
                  WHERE changed.key = ANY (:names) AND changed.value::bigint > :version)
                """
                    .replace("{named}", named))
            .params(columns)
            .param("names", columns.keySet().toArray(String[]::new))
            .param("version", change.version() == null ? Long.MAX_VALUE : change.version())
            .param("id", id)
            .param("at", timestamp(at))
            .update()
        == 1;
  }

  /** Ends it; false if it was over before. */
  boolean end(UUID id, Instant at) {
    return close(id, "ended_at", at);
  }

  /** Ends it if nobody is in it, or on the way in; false if somebody is, or it was over before. */
  boolean endEmpty(UUID id, Instant at) {
    return jdbc.sql(
                """
                UPDATE meetings SET ended_at = :at, updated_at = :at
                WHERE id = :id AND seats_taken = 0 AND ended_at IS NULL AND cancelled_at IS NULL
                """)
            .param("id", id)
            .param("at", timestamp(at))
            .update()
        == 1;
  }

  /** Cancels it; false if it was over before. */
  boolean cancel(UUID id, Instant at) {
    return close(id, "cancelled_at", at);
  }

  private boolean close(UUID id, String column, Instant at) {
    return jdbc.sql(
                "UPDATE meetings SET "
                    + column
                    + " = :at, updated_at = :at WHERE id = :id AND ended_at IS NULL AND cancelled_at IS NULL")
            .param("id", id)
            .param("at", timestamp(at))
            .update()
        == 1;
  }

  /** Notes which media server its room is on. */
  void placeOn(UUID id, String node) {
    jdbc.sql(
            """
            UPDATE meetings SET conference_server_id = :node
            WHERE id = :id AND conference_server_id IS DISTINCT FROM :node
            """)
        .param("id", id)
        .param("node", node)
        .update();
  }

  /** A page of the meetings somebody hosts or was in. */
  List<MeetingWithMe> list(UUID userId, MeetingPage page, Instant now) {
    String order = page.past() ? "DESC" : "ASC";
    String beyond =
        page.from() == null
            ? ""
            : " AND (sort_at, id) " + (page.past() ? "<" : ">") + " (:at, :id)";
    var statement =
        jdbc.sql(
                String.format(
                    Locale.ROOT,
                    """
                    SELECT mine.* FROM (%s%s) mine
                    CROSS JOIN LATERAL (SELECT coalesce(starts_at, created_at) AS sort_at) s
                    CROSS JOIN LATERAL (SELECT ended_at IS NOT NULL OR cancelled_at IS NOT NULL OR (now = 0
                        AND coalesce(ends_at, starts_at + interval '1 hour', created_at + interval '12 hours') < :now)
                        AS is_past) q
                    WHERE is_past = :past%s ORDER BY sort_at %s, id %s LIMIT :limit
                    """,
                    SELECT_WITH_ME,
                    AM_HOST_OR_WAS_IN,
                    beyond,
                    order,
                    order))
            .param("user", userId)
            .param("now", timestamp(now))
            .param("past", page.past())
            .param("limit", page.limit());
    if (page.from() != null) {
      statement = statement.param("at", timestamp(page.from().at())).param("id", page.from().id());
    }
    return statement.query((row, number) -> withMe(row)).list();
  }

  /** The meetings of a host that are not over. */
  List<UUID> openOf(UUID hostUserId) {
    return jdbc.sql(
            """
            SELECT id FROM meetings
            WHERE host_user_id = :host AND ended_at IS NULL AND cancelled_at IS NULL ORDER BY id
            """)
        .param("host", hostUserId)
        .query(UUID.class)
        .list();
  }

  /** Open meetings with a start after one time and not after another. */
  List<Meeting> starting(Instant from, Instant until) {
    return jdbc.sql(
            SELECT
                + """
                WHERE m.starts_at > :from AND m.starts_at <= :until AND m.ended_at IS NULL AND m.cancelled_at IS NULL
                ORDER BY m.starts_at
                """)
        .param("from", timestamp(from))
        .param("until", timestamp(until))
        .query((row, number) -> meeting(row))
        .list();
  }

  /** Open meetings in which somebody has been, and nobody since that time. */
  List<UUID> emptySince(Instant at) {
    return jdbc.sql(
            """
            SELECT m.id FROM meetings m JOIN meeting_participants p ON p.meeting_id = m.id
            WHERE m.ended_at IS NULL AND m.cancelled_at IS NULL AND m.seats_taken = 0
            GROUP BY m.id HAVING max(p.left_at) < :at LIMIT 100
            """)
        .param("at", timestamp(at))
        .query(UUID.class)
        .list();
  }

  private static MeetingWithMe withMe(ResultSet row) throws SQLException {
    MeetingParticipant me =
        row.getString("me_id") == null ? null : ParticipantRepository.participant(row, "me_");
    return new MeetingWithMe(meeting(row), me);
  }

  private static Meeting meeting(ResultSet row) throws SQLException {
    Instant created = row.getTimestamp("created_at").toInstant();
    Instant updated = instant(row, "updated_at");
    return new Meeting(
        row.getObject("id", UUID.class),
        row.getObject("host_user_id", UUID.class),
        row.getString("title"),
        row.getString("description"),
        new MeetingCode(row.getString("meeting_code")),
        row.getBoolean("is_instant"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getInt("max_participants"),
        row.getBoolean("is_locked"),
        row.getBoolean("guests_allowed"),
        row.getBoolean("recording_allowed"),
        row.getBoolean("transcription_enabled"),
        row.getString("conference_server_id"),
        created,
        updated == null ? created : updated,
        row.getLong("version"),
        instant(row, "ended_at"),
        instant(row, "cancelled_at"),
        row.getInt("now"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
