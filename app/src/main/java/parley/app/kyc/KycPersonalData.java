package parley.app.kyc;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData;

/** What somebody showed us to prove who they are, and what was said about it. */
@Component
class KycPersonalData implements PersonalData {
  private static final List<Part> PARTS = List.of(Part.of("kyc_submissions", "t.user_id = :user"));

  private final JdbcClient jdbc;

  KycPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "kyc";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    run(userId, "DELETE FROM kyc_submissions WHERE user_id = :user");
  }

  private void run(UUID userId, String statement) {
    jdbc.sql(statement).param("user", userId).update();
  }
}
