package parley.app.updates;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;
import parley.app.shared.PersonalRows;
import parley.app.shared.PersonalRows.Part;

/**
 * What a user's own pages were told. What was told in meetings is forgotten after seven days, long
 * before an erasure comes.
 */
@Component
class UpdatePersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(Part.of("updates", "t.topic = 'user:' || :user::text"));

  private final JdbcClient jdbc;
  private final PersonalRows rows;

  UpdatePersonalData(JdbcClient jdbc, PersonalRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "updates";
  }

  @Override
  public List<Map<String, Object>> export(UUID userId) {
    return rows.read(userId, PARTS);
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    String topic = Topic.user(userId).toString();
    jdbc.sql("DELETE FROM updates WHERE topic = :topic").param("topic", topic).update();
    jdbc.sql("DELETE FROM update_topics WHERE topic = :topic").param("topic", topic).update();
  }
}
