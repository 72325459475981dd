package parley.app.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.meetings.MeetingParticipant;

/** The table {@code chat_messages}. */
@Repository
class ChatRepository {
  private final JdbcClient jdbc;

  ChatRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes a message, or nothing if this sender has written one with the same client id. */
  Optional<ChatMessage> insert(
      MeetingParticipant sender, String text, @Nullable String clientId, Instant at) {
    return jdbc.sql(
            """
            INSERT INTO chat_messages
              (meeting_id, sender_user_id, sender_name, message_text, created_at, participant_id, client_id)
            VALUES (:meeting, :user, :name, :text, :at, :participant, :client)
            ON CONFLICT (participant_id, client_id) DO NOTHING RETURNING *
            """)
        .param("meeting", sender.meetingId())
        .param("user", sender.userId())
        .param("name", sender.displayName())
        .param("text", text)
        .param("at", Timestamp.from(at))
        .param("participant", sender.id())
        .param("client", clientId)
        .query((row, number) -> message(row))
        .optional();
  }

  /** The message that this sender has written with that client id. */
  Optional<ChatMessage> find(UUID participantId, String clientId) {
    return jdbc.sql(
            "SELECT * FROM chat_messages WHERE participant_id = :participant AND client_id = :client")
        .param("participant", participantId)
        .param("client", clientId)
        .query((row, number) -> message(row))
        .optional();
  }

  /** The next messages behind an id, in order. */
  List<ChatMessage> after(UUID meetingId, long id, int limit) {
    return jdbc.sql(
            "SELECT * FROM chat_messages WHERE meeting_id = :meeting AND id > :id ORDER BY id LIMIT :limit")
        .param("meeting", meetingId)
        .param("id", id)
        .param("limit", limit)
        .query((row, number) -> message(row))
        .list();
  }

  private static ChatMessage message(ResultSet row) throws SQLException {
    return new ChatMessage(
        row.getLong("id"),
        row.getObject("participant_id", UUID.class),
        text(row, "sender_name"),
        text(row, "message_text"),
        row.getString("message_type"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("client_id"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }
}
