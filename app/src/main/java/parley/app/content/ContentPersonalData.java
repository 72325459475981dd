package parley.app.content;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;

/** The articles somebody wrote. What is published stays, without its author. */
@Component
class ContentPersonalData implements PersonalData {
  private static final List<Part> PARTS = List.of(Part.of("content", "t.author_user_id = :user"));

  private final JdbcClient jdbc;

  ContentPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "content";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    run(userId, "UPDATE content SET author_user_id = NULL WHERE author_user_id = :user");
  }

  private void run(UUID userId, String statement) {
    jdbc.sql(statement).param("user", userId).update();
  }
}
