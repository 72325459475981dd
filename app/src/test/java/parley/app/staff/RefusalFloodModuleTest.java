package parley.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.Visitor;

/** With the limits as they are delivered; other tests have them far off. */
@ParleyTest
@TestPropertySource(properties = "parley.limits.scale=1")
class RefusalFloodModuleTest {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Test
  void whoeverKnocksAgainAndAgainFillsNoTrail() {
    Visitor eve = new Visitor(port).signUp("eve@example.org");
    UUID id = Staffing.idOf(eve);
    for (int i = 0; i < 40; i++) {
      assertThat(eve.get("/api/v1/staff/audit").status()).isEqualTo(404);
    }
    assertThat(rows(id, "refused")).isEqualTo(30);
  }

  @Test
  void aProfileThatChangesAgainAndAgainIsRefused() {
    Visitor eve = new Visitor(port).signUp("eva@example.org");
    UUID id = Staffing.idOf(eve);
    for (int i = 0; i < 70; i++) {
      eve.patch("/api/v1/users/me", Map.of("displayName", "Eva " + i));
    }
    assertThat(eve.patch("/api/v1/users/me", Map.of("displayName", "Eva")).status()).isEqualTo(429);
    assertThat(rows(id, "updated")).isEqualTo(60);
  }

  private long rows(UUID actor, String action) {
    return jdbc.sql(
            "SELECT count(*) FROM audit_logs WHERE actor_user_id = :actor AND action = :action")
        .param("actor", actor)
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
