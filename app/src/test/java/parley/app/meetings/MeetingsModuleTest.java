package parley.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.PersonalData;
import parley.app.shared.PersonalRows;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

/** Planning, listing and changing, over HTTP. */
@MeetingsTest
class MeetingsModuleTest {
  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired List<PersonalData> personalData;
  @Autowired PersonalRows rows;

  private Visitor host = new Visitor(0);

  @BeforeEach
  void hostSignsUp() {
    host = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
  }

  @Test
  void anInstantMeetingHasTheLimitOfThePlan() {
    JsonNode made = meeting(Map.of("maxParticipants", 5000));
    assertThat(made.path("isInstant").asBoolean()).isTrue();
    assertThat(made.path("maxParticipants").asInt()).isEqualTo(100);
    assertThat(made.path("status").asString()).isEqualTo("scheduled");
    assertThat(made.path("myRole").asString()).isEqualTo("host");
    assertThat(made.path("host").path("displayName").asString()).isEqualTo("Ada");
    assertThat(made.path("joinUrl").asString())
        .contains("/m/" + made.path("code").asString() + "?invite=");
    assertThat(made.path("createdAt")).isEqualTo(made.path("updatedAt"));
    Map<String, Object> row =
        jdbc.sql("SELECT * FROM meetings WHERE meeting_code = ?")
            .param(made.path("code").asString())
            .query()
            .singleRow();
    assertThat(row.get("join_url")).isEqualTo(made.path("joinUrl").asString());
    assertThat(made).isEqualTo(host.get(path(made)).json());
  }

  @Test
  void aScheduledOneKeepsItsTimesAndTheyMustMakeSense() {
    Instant starts = clock.instant().plus(Duration.ofDays(1));
    Instant ends = starts.plus(Duration.ofHours(1));
    JsonNode made =
        meeting(Map.of("startsAt", starts.toString(), "endsAt", ends.toString(), "title", "Plan"));
    assertThat(made.path("isInstant").asBoolean()).isFalse();
    assertThat(made.path("startsAt").asString()).isEqualTo(starts.toString());
    assertThat(made.path("endsAt").asString()).isEqualTo(ends.toString());
    Map<String, Object> backwards =
        Map.of("startsAt", ends.toString(), "endsAt", starts.toString());
    assertThat(host.post("/api/v1/meetings", backwards).code()).isEqualTo("invalid_request");
    assertThat(host.post("/api/v1/meetings", Map.of("endsAt", ends.toString())).code())
        .isEqualTo("invalid_request");
  }

  @Test
  void badWishesAreRefusedByField() {
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Map.of("title", "x".repeat(201)),
            Map.of("title", "two\nlines"),
            Map.of("title", "\u3164\u2800"),
            Map.of("title", "half \ud83d"),
            Map.of("title", "turned \u202e"),
            Map.of("description", "half \udc00"),
            Map.of("title", "nul \u0000"),
            Map.of("description", "nul \u0000"),
            Map.of("maxParticipants", 0),
            Map.of("maxParticipants", "many"),
            Map.of("startsAt", "tomorrow"))) {
      Answer answer = host.post("/api/v1/meetings", bad);
      assertThat(answer.status()).as(bad.toString()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("invalid_request");
      assertThat(answer.json().path("errors").get(0).path("field").asString())
          .isEqualTo(bad.keySet().iterator().next());
    }
  }

  @Test
  void listsWhatIsToComeAndWhatIsOverPageByPage() {
    List<String> toCome = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      Instant starts = clock.instant().plus(Duration.ofDays(day));
      toCome.add(meeting(Map.of("startsAt", starts.toString())).path("code").asString());
    }
    JsonNode ended = meeting(Map.of());
    host.post(path(ended) + "/end", Map.of());
    assertThat(codes("upcoming")).isEqualTo(toCome);
    assertThat(codes("past")).containsExactly(ended.path("code").asString());
    assertThat(host.get("/api/v1/meetings?when=never").code()).isEqualTo("invalid_request");
    assertThat(host.get("/api/v1/meetings?cursor=x").code()).isEqualTo("invalid_request");
  }

  @Test
  void aChangeIsSeenByEverybodyAndIsAudited() {
    JsonNode made = meeting(Map.of("title", "Plan"));
    clock.advance(Duration.ofSeconds(5));
    JsonNode changed =
        host.patch(path(made), Map.of("title", "Plan B", "maxParticipants", 7)).json();
    assertThat(changed.path("title").asString()).isEqualTo("Plan B");
    assertThat(changed.path("maxParticipants").asInt()).isEqualTo(7);
    assertThat(changed.path("updatedAt")).isNotEqualTo(made.path("updatedAt"));
    assertThat(actions(made)).containsExactly("created", "updated");
    assertThat(auditTexts(made)).noneMatch(text -> text.contains("Plan"));
    host.delete(path(made));
    assertThat(actions(made)).containsExactly("created", "updated", "cancelled");
    assertThat(host.patch(path(made), Map.of("title", "C")).code()).isEqualTo("meeting_ended");
  }

  @Test
  void nothingIsChangedByReading() {
    JsonNode made = meeting(Map.of());
    Visitor anybody = new Visitor(port);
    String before = everything();
    anybody.get(path(made) + "/preview");
    host.get(path(made));
    host.get(path(made) + "/end");
    host.get(path(made) + "/join");
    host.get("/api/v1/meetings?when=past");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aPreviewTellsStrangersNoNames() {
    JsonNode made = meeting(Map.of("title", "Plan"));
    JsonNode preview = new Visitor(port).get(path(made) + "/preview").json();
    assertThat(preview.path("title").asString()).isEqualTo("Plan");
    assertThat(preview.path("hostName").asString()).isEqualTo("Ada");
    assertThat(preview.path("guestsAllowed").asBoolean()).isTrue();
    assertThat(preview.path("people").size()).isZero();
    assertThat(preview.has("joinUrl")).isFalse();
    assertThat(preview.has("id")).isFalse();
  }

  @Test
  void whoIsErasedLeavesNoNameAndNoOpenMeeting() {
    JsonNode made = meeting(Map.of("title", "Secret plan"));
    JsonNode in = host.post(path(made) + "/join", Map.of()).json();
    host.post(path(made) + "/messages", Map.of("text", "secret words"));
    UUID user = UUID.fromString(made.path("host").path("id").asString());
    List<PersonalData> ours =
        personalData.stream()
            .filter(data -> List.of("meetings", "chat").contains(data.name()))
            .toList();
    assertThat(ours).hasSize(2);
    assertThat(ours.toString() + exported(ours, user)).contains("Secret plan", "secret words");
    ours.forEach(data -> data.erase(user));
    assertThat(exported(ours, user)).doesNotContain("Secret plan", "secret words", "Ada");
    assertThat(in.path("status").asString()).isEqualTo("admitted");
    assertThat(new Visitor(port).get(path(made) + "/preview").json().path("status").asString())
        .isEqualTo("cancelled");
  }

  private String exported(List<PersonalData> data, UUID user) {
    List<Object> told = new ArrayList<>();
    data.forEach(room -> rows.read(room, user, told::add));
    return told.toString();
  }

  private JsonNode meeting(Map<String, Object> wishes) {
    Answer answer = host.post("/api/v1/meetings", wishes);
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  private static String path(JsonNode meeting) {
    return "/api/v1/meetings/" + meeting.path("code").asString();
  }

  private List<String> codes(String when) {
    List<String> codes = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = host.get("/api/v1/meetings?limit=2&when=" + when + cursor).json();
      page.path("items").forEach(item -> codes.add(item.path("code").asString()));
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asString();
    } while (!cursor.isEmpty());
    return codes;
  }

  private List<String> actions(JsonNode meeting) {
    return jdbc.sql("SELECT action FROM audit_logs WHERE entity_id = ? ORDER BY id")
        .param(meeting.path("id").asString())
        .query(String.class)
        .list();
  }

  private List<String> auditTexts(JsonNode meeting) {
    return jdbc.sql(
            "SELECT coalesce(before::text, '') || coalesce(after::text, '') FROM audit_logs WHERE entity_id = ?")
        .param(meeting.path("id").asString())
        .query(String.class)
        .list();
  }

  private String everything() {
    return jdbc.sql(
            """
            SELECT (SELECT coalesce(string_agg(m::text, ' ' ORDER BY id), '') FROM meetings m)
              || (SELECT count(*) FROM meeting_participants) || ' ' || (SELECT count(*) FROM updates)
            """)
        .query(String.class)
        .single();
  }
}
