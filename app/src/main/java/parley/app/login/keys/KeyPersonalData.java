package parley.app.login.keys;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;
import parley.app.shared.PersonalRows;
import parley.app.shared.PersonalRows.Part;

/** Somebody's API keys, also those that were revoked. */
@Component
class KeyPersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(Part.of("api_keys", "t.user_id = :user", "token_hash"));

  private final JdbcClient jdbc;
  private final PersonalRows rows;

  KeyPersonalData(JdbcClient jdbc, PersonalRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "api-keys";
  }

  @Override
  public List<Map<String, Object>> export(UUID userId) {
    return rows.read(userId, PARTS);
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    jdbc.sql("DELETE FROM api_keys WHERE user_id = :user").param("user", userId).update();
  }
}
