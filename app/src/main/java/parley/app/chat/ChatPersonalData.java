package parley.app.chat;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;

/** What somebody wrote in meetings. */
@Component
class ChatPersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(Part.of("chat_messages", "t.sender_user_id = :user"));

  private final JdbcClient jdbc;

  ChatPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "chat";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  /** The message stays as an empty place, so that the others' conversation keeps its order. */
  @Override
  @Transactional
  public void erase(UUID userId) {
    jdbc.sql(
            """
            UPDATE chat_messages SET message_text = '', attachments = NULL, sender_name = :nobody,
              sender_user_id = NULL, client_id = NULL
            WHERE sender_user_id = :user
            """)
        .param("user", userId)
        .param("nobody", NOBODYS_NAME)
        .update();
  }
}
