package parley.app.meetings.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meeting_presences}. */
@Repository
public class PresenceRepository {
  private final JdbcClient jdbc;

  PresenceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The presence of this id. */
  public Optional<Presence> find(UUID id) {
    return jdbc.sql("SELECT * FROM meeting_presences WHERE id = :id")
        .param("id", id)
        .query((row, number) -> presence(row))
        .optional();
  }

  /** A new one, for which the seat is kept until then, but no longer than the person's is. */
  public void insert(Presence presence, Instant now, Instant seatUntil) {
    jdbc.sql(
            """
            INSERT INTO meeting_presences (id, meeting_id, participant_id, session_id, created_at, seat_until)
            VALUES (:id, :meeting, :participant, :session, :now, least(:until::timestamptz,
              (SELECT media_due FROM meeting_participants WHERE id = :participant)))
            """)
        .param("id", presence.id())
        .param("meeting", presence.meetingId())
        .param("participant", presence.participantId())
        .param("session", presence.sessionId())
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(seatUntil))
        .update();
  }

  /** A tab is loaded again; false if this is no open presence of that person. */
  public boolean reuse(UUID id, UUID participantId, @Nullable UUID sessionId, Instant seatUntil) {
    return jdbc.sql(
                """
                UPDATE meeting_presences SET session_id = :session,
                  seat_until = CASE WHEN is_connected THEN NULL ELSE least(:until::timestamptz,
                    (SELECT media_due FROM meeting_participants WHERE id = :participant)) END
                WHERE id = :id AND participant_id = :participant AND closed_at IS NULL
                """)
            .param("id", id)
            .param("participant", participantId)
            .param("session", sessionId)
            .param("until", Timestamp.from(seatUntil))
            .update()
        == 1;
  }

  /** Media is on its way: the seat is kept at least until then, but no longer than the person's. */
  void expect(UUID id, Instant seatUntil) {
    jdbc.sql(
            """
            UPDATE meeting_presences s SET seat_until = greatest(seat_until, least(:until::timestamptz,
              (SELECT media_due FROM meeting_participants p WHERE p.id = s.participant_id)))
            WHERE id = :id AND NOT is_connected AND closed_at IS NULL
            """)
        .param("id", id)
        .param("until", Timestamp.from(seatUntil))
        .update();
  }

  /** Media is connected by this connection; nothing is published over it yet. */
  void connected(UUID id, String node, String connection) {
    jdbc.sql(
            """
            UPDATE meeting_presences SET is_connected = true, media_sid = :sid, media_node = :node,
              seat_until = NULL, is_muted = true, is_video_on = false WHERE id = :id
            """)
        .param("id", id)
        .param("sid", connection)
        .param("node", node)
        .update();
  }

  /** Media is gone; the seat is kept until then, or not at all. */
  void disconnected(UUID id, @Nullable Instant seatUntil) {
    jdbc.sql(
            """
            UPDATE meeting_presences SET is_connected = false, media_sid = NULL, seat_until = :until,
              is_muted = true, is_video_on = false WHERE id = :id
            """)
        .param("id", id)
        .param("until", seatUntil == null ? null : Timestamp.from(seatUntil))
        .update();
  }

  /** Nobody waits for it any longer; false if that is not so. */
  boolean giveUp(UUID id, Instant now) {
    return jdbc.sql(
                """
                UPDATE meeting_presences SET seat_until = NULL
                WHERE id = :id AND NOT is_connected AND seat_until <= :now
                """)
            .param("id", id)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Its tokens are dead. */
  void close(UUID id, Instant now, Departure why) {
    jdbc.sql(
            """
            UPDATE meeting_presences SET closed_at = :now, closed_for = :why, seat_until = NULL
            WHERE id = :id AND closed_at IS NULL
            """)
        .param("id", id)
        .param("why", why.spelled())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Whether the microphone of this presence is off. */
  void muted(UUID id, boolean muted) {
    jdbc.sql("UPDATE meeting_presences SET is_muted = :muted WHERE id = :id")
        .param("id", id)
        .param("muted", muted)
        .update();
  }

  /** Whether the camera of this presence is on. */
  void videoOn(UUID id, boolean on) {
    jdbc.sql("UPDATE meeting_presences SET is_video_on = :on WHERE id = :id")
        .param("id", id)
        .param("on", on)
        .update();
  }

  /** Sets what the person's row says of microphone and camera, from all that is connected. */
  void summarise(UUID participantId) {
    jdbc.sql(
            """
            UPDATE meeting_participants p SET
              is_muted = NOT EXISTS (SELECT 1 FROM meeting_presences s
                WHERE s.participant_id = p.id AND s.is_connected AND NOT s.is_muted),
              is_video_on = EXISTS (SELECT 1 FROM meeting_presences s
                WHERE s.participant_id = p.id AND s.is_connected AND s.is_video_on)
            WHERE p.id = :id
            """)
        .param("id", participantId)
        .update();
  }

  /** The presences of a person that are not closed. */
  List<Presence> openOf(UUID participantId) {
    return jdbc.sql(
            "SELECT * FROM meeting_presences WHERE participant_id = :id AND closed_at IS NULL ORDER BY id")
        .param("id", participantId)
        .query((row, number) -> presence(row))
        .list();
  }

  /** The presences in a meeting that are not closed. */
  List<Presence> openIn(UUID meetingId) {
    return jdbc.sql(
            "SELECT * FROM meeting_presences WHERE meeting_id = :id AND closed_at IS NULL ORDER BY id")
        .param("id", meetingId)
        .query((row, number) -> presence(row))
        .list();
  }

  /** The presences made with a login session that are not closed. */
  List<Presence> openBySession(UUID sessionId) {
    return jdbc.sql(
            "SELECT * FROM meeting_presences WHERE session_id = :id AND closed_at IS NULL ORDER BY id")
        .param("id", sessionId)
        .query((row, number) -> presence(row))
        .list();
  }

  /** The presences that were closed because their login session ended. */
  List<Presence> closedBySession(UUID sessionId) {
    return jdbc.sql(
            "SELECT * FROM meeting_presences WHERE session_id = :id AND closed_for = 'logged_out' ORDER BY id")
        .param("id", sessionId)
        .query((row, number) -> presence(row))
        .list();
  }

  /** The presences of a user, in whatever meeting, that are not closed. */
  List<Presence> openByUser(UUID userId) {
    return jdbc.sql(
            """
            SELECT s.* FROM meeting_presences s JOIN meeting_participants p ON p.id = s.participant_id
            WHERE p.user_id = :id AND s.closed_at IS NULL ORDER BY s.id
            """)
        .param("id", userId)
        .query((row, number) -> presence(row))
        .list();
  }

  /** The presences of a user that were closed because a login was over. */
  List<Presence> loggedOutOf(UUID userId) {
    return jdbc.sql(
            """
            SELECT s.* FROM meeting_presences s JOIN meeting_participants p ON p.id = s.participant_id
            WHERE p.user_id = :id AND s.closed_for = 'logged_out' ORDER BY s.id
            """)
        .param("id", userId)
        .query((row, number) -> presence(row))
        .list();
  }

  /** The login sessions with which people came who are in meetings now. */
  Set<UUID> sessionsPresent() {
    return jdbc.sql(
            """
            SELECT DISTINCT session_id FROM meeting_presences
            WHERE (is_connected OR seat_until IS NOT NULL) AND session_id IS NOT NULL
            """)
        .query(UUID.class)
        .set();
  }

  /** Everything that is connected over a media server. */
  List<Presence> connectedOn(String node) {
    return jdbc.sql(
            "SELECT * FROM meeting_presences WHERE media_node = :node AND is_connected ORDER BY id")
        .param("node", node)
        .query((row, number) -> presence(row))
        .list();
  }

  /** Presences that were waited for in vain, longest first. */
  List<Presence> overdue(Instant now) {
    return jdbc.sql(
            "SELECT * FROM meeting_presences WHERE seat_until <= :now ORDER BY seat_until LIMIT 500")
        .param("now", Timestamp.from(now))
        .query((row, number) -> presence(row))
        .list();
  }

  /** The same in one meeting. */
  List<Presence> overdueIn(UUID meetingId, Instant now) {
    return jdbc.sql(
            "SELECT * FROM meeting_presences WHERE meeting_id = :meeting AND seat_until <= :now ORDER BY seat_until")
        .param("meeting", meetingId)
        .param("now", Timestamp.from(now))
        .query((row, number) -> presence(row))
        .list();
  }

  private static Presence presence(ResultSet row) throws SQLException {
    Timestamp closed = row.getTimestamp("closed_at");
    return new Presence(
        row.getObject("id", UUID.class),
        row.getObject("meeting_id", UUID.class),
        row.getObject("participant_id", UUID.class),
        row.getObject("session_id", UUID.class),
        row.getBoolean("is_connected"),
        row.getString("media_sid"),
        closed == null ? null : closed.toInstant());
  }
}
