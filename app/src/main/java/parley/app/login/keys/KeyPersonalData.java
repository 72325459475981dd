package parley.app.login.keys;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;

/** Somebody's API keys, also those that were revoked. */
@Component
class KeyPersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(Part.of("api_keys", "t.user_id = :user", "token_hash"));

  private final JdbcClient jdbc;

  KeyPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "api-keys";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    jdbc.sql("DELETE FROM api_keys WHERE user_id = :user").param("user", userId).update();
  }
}
