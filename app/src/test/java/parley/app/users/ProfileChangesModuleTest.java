package parley.app.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestDatabase;
import parley.app.testing.Together;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

/** Two tabs of one person change the profile at once. */
@ParleyTest
class ProfileChangesModuleTest {
  private static final String ME = "/api/v1/users/me";
  private static final int PAIRS = 100;

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired JdbcClient jdbc;
  private Visitor ann = new Visitor(0);

  @BeforeEach
  void signUp() {
    database.empty();
    ann = new Visitor(port).signUp("ann@example.org");
  }

  @Test
  void changesOfDifferentFieldsAreBothKept() {
    for (int pair = 0; pair < PAIRS; pair++) {
      String full = "Ann " + pair;
      String zone = pair % 2 == 0 ? "Europe/Berlin" : "Asia/Tokyo";
      assertThat(patches(Map.of("fullName", full), Map.of("timeZone", zone))).containsOnly(200);
      JsonNode me = ann.get(ME).json();
      assertThat(me.path("fullName").asString()).isEqualTo(full);
      assertThat(me.path("timeZone").asString()).isEqualTo(zone);
    }
  }

  @Test
  void ofTheSameFieldTheLastOneHoldsAndTheTrailTellsBoth() {
    assertThat(patches(Map.of("fullName", "One"), Map.of("fullName", "Other"))).containsOnly(200);
    assertThat(ann.get(ME).json().path("fullName").asString()).isIn("One", "Other");
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM audit_logs WHERE entity_type = 'user' AND action = 'updated'")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  private List<Integer> patches(Map<String, String> one, Map<String, String> other) {
    return Together.run(
            List.<Callable<Answer>>of(() -> ann.patch(ME, one), () -> ann.patch(ME, other)))
        .stream()
        .map(Answer::status)
        .toList();
  }
}
