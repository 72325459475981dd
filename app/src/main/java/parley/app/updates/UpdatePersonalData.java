package parley.app.updates;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;

/**
 * What a user's own pages were told. What was told in meetings is forgotten after seven days, long
 * before an erasure comes.
 */
@Component
class UpdatePersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(Part.of("updates", "t.topic = 'user:' || :user::text"));

  private final JdbcClient jdbc;

  UpdatePersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "updates";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    String topic = Topic.user(userId).toString();
    jdbc.sql("DELETE FROM updates WHERE topic = :topic").param("topic", topic).update();
    jdbc.sql("DELETE FROM update_topics WHERE topic = :topic").param("topic", topic).update();
  }
}
