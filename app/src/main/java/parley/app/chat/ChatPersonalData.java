package parley.app.chat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;

/** What somebody wrote in meetings. */
@Component
class ChatPersonalData implements PersonalData {
  private final JdbcClient jdbc;

  ChatPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "chat";
  }

  @Override
  public List<Map<String, Object>> export(UUID userId) {
    return jdbc.sql(
            """
            SELECT meeting_id, sender_name, message_text, message_type, created_at FROM chat_messages
            WHERE sender_user_id = :user ORDER BY id
            """)
        .param("user", userId)
        .query()
        .listOfRows();
  }

  /** The message stays as an empty place, so that the others' conversation keeps its order. */
  @Override
  @Transactional
  public void erase(UUID userId) {
    jdbc.sql(
            """
            UPDATE chat_messages SET message_text = '', attachments = NULL, sender_name = 'Deleted user'
            WHERE sender_user_id = :user
            """)
        .param("user", userId)
        .update();
  }
}
