package parley.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.Together;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

/** Several people change one meeting. */
@MeetingsTest
class MeetingChangesModuleTest {
  private static final int PAIRS = 100;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private Visitor host = new Visitor(0);
  private String path = "";

  @BeforeEach
  void aMeeting() {
    host = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    path =
        "/api/v1/meetings/"
            + host.post("/api/v1/meetings", Map.of()).json().path("code").asString();
  }

  @Test
  void twoWhoChangeDifferentFieldsAtOnceBothFindTheirs() {
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean locked = pair % 2 == 0;
      String title = "Title " + pair;
      assertThat(statuses(Map.of("isLocked", locked), Map.of("title", title)))
          .containsExactly(200, 200);
      JsonNode now = host.get(path).json();
      assertThat(now.path("isLocked").asBoolean()).as("lock of pair " + pair).isEqualTo(locked);
      assertThat(now.path("title").asString()).isEqualTo(title);
    }
  }

  @Test
  void ofTwoWhoChangeTheSameFieldFromTheSameVersionOneIsTold() {
    for (int pair = 0; pair < PAIRS; pair++) {
      long version = host.get(path).json().path("version").asLong();
      String one = "One " + pair;
      String other = "Other " + pair;
      List<Answer> answers =
          patches(
              Map.of("title", one, "version", version), Map.of("title", other, "version", version));
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
      Answer told = answers.get(answers.get(0).status() == 409 ? 0 : 1);
      assertThat(told.code()).isEqualTo("changed_meanwhile");
      assertThat(host.get(path).json().path("title").asString())
          .isEqualTo(answers.get(0).status() == 200 ? one : other);
    }
  }

  @Test
  void aVersionIsOnlyAboutTheFieldsThatAreNamed() {
    long version = host.get(path).json().path("version").asLong();
    assertThat(host.patch(path, Map.of("isLocked", true)).status()).isEqualTo(200);
    Answer title = host.patch(path, Map.of("title", "Later", "version", version));
    assertThat(title.status()).isEqualTo(200);
    assertThat(title.json().path("version").asLong()).isGreaterThan(version);
    assertThat(title.json().path("isLocked").asBoolean()).isTrue();
    assertThat(host.patch(path, Map.of("isLocked", false, "version", version)).status())
        .isEqualTo(409);
  }

  @Test
  void withoutAVersionTheLastOneHolds() {
    assertThat(statuses(Map.of("title", "One"), Map.of("title", "Other"))).containsOnly(200);
    assertThat(host.get(path).json().path("title").asString()).isIn("One", "Other");
  }

  @Test
  void theTrailTellsEachChangeByWhatItChanged() {
    assertThat(statuses(Map.of("isLocked", true), Map.of("guestsAllowed", false)))
        .containsOnly(200);
    List<String> lines =
        jdbc.sql(
                """
                SELECT after::text FROM audit_logs WHERE entity_type = 'meeting' AND action = 'updated'
                  AND entity_id = (SELECT id::text FROM meetings WHERE meeting_code = :code)
                """)
            .param("code", path.substring(path.lastIndexOf('/') + 1))
            .query(String.class)
            .list();
    assertThat(lines)
        .containsExactlyInAnyOrder("{\"isLocked\": \"true\"}", "{\"guestsAllowed\": \"false\"}");
  }

  @Test
  void timesAreJudgedTogetherWithWhatOthersSetMeanwhile() {
    host.patch(path, Map.of("startsAt", "2026-12-01T10:00:00Z", "endsAt", "2026-12-01T11:00:00Z"));
    for (int pair = 0; pair < PAIRS; pair++) {
      // Each is right alone; after the other it would end before it begins.
      statuses(
          Map.of("startsAt", "2026-12-01T10:45:00Z"), Map.of("endsAt", "2026-12-01T10:30:00Z"));
      JsonNode now = host.get(path).json();
      assertThat(now.path("startsAt").asString()).isLessThan(now.path("endsAt").asString());
      host.patch(
          path, Map.of("startsAt", "2026-12-01T10:00:00Z", "endsAt", "2026-12-01T11:00:00Z"));
    }
  }

  private List<Integer> statuses(Map<String, Object> one, Map<String, Object> other) {
    return patches(one, other).stream().map(Answer::status).toList();
  }

  private List<Answer> patches(Map<String, Object> one, Map<String, Object> other) {
    return Together.run(
        List.<Callable<Answer>>of(() -> host.patch(path, one), () -> host.patch(path, other)));
  }
}
