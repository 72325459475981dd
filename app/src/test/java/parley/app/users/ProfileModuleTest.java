package parley.app.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

@ParleyTest
class ProfileModuleTest {
  private static final String ME = "/api/v1/users/me";

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
  void everyFieldIsKept() {
    Map<String, String> all =
        Map.of(
            "fullName", "Ann Example",
            "displayName", "Ann",
            "phone", "+44 20 7946 0123",
            "language", "pt-br",
            "timeZone", "Europe/Berlin");
    assertThat(ann.patch(ME, all).status()).isEqualTo(200);
    JsonNode me = ann.get(ME).json();
    assertThat(me.path("fullName").asString()).isEqualTo("Ann Example");
    assertThat(me.path("displayName").asString()).isEqualTo("Ann");
    assertThat(me.path("phone").asString()).isEqualTo("+442079460123");
    assertThat(me.path("language").asString()).isEqualTo("pt-BR");
    assertThat(me.path("timeZone").asString()).isEqualTo("Europe/Berlin");
  }

  @ParameterizedTest
  @CsvSource({
    "fullName, Ann Example",
    "phone, +442079460123",
    "language, de",
    "timeZone, Europe/Berlin"
  })
  void whatIsLeftOutStaysAndNullOrNothingRemoves(String field, String value) {
    for (String removal : new String[] {"null", "\"\"", "\"  \""}) {
      ann.patch(ME, Map.of(field, value));
      ann.patch(ME, Map.of("displayName", "Other"));
      assertThat(ann.get(ME).json().path(field).asString()).isEqualTo(value);
      ann.patch(ME, "{\"" + field + "\":" + removal + "}");
      assertThat(ann.get(ME).json().path(field).isNull()).as(removal).isTrue();
    }
  }

  @Test
  void theDisplayNameCannotGo() {
    for (String body : new String[] {"{\"displayName\":null}", "{\"displayName\":\" \"}"}) {
      Visitor.Answer answer = ann.patch(ME, body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("errors").path(0).path("field").asString())
          .isEqualTo("displayName");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"phone\":\"020 7946 0123\"}",
        "{\"phone\":\"+44 20 7946 012345678\"}",
        "{\"phone\":\"+999 1234567\"}",
        "{\"phone\":\"+44 20 7946 0123 ext. 5\"}",
        "{\"phone\":\"+1\"}",
        "{\"language\":\"klingon\"}",
        "{\"language\":\"xx\"}",
        "{\"language\":\"de-x-private\"}",
        "{\"timeZone\":\"Berlin\"}",
        "{\"timeZone\":\"+02:00\"}",
        "{\"timeZone\":\"Mars/Olympus\"}",
        "{\"timeZone\":\"SystemV/AST4\"}"
      })
  void whatIsNoneIsRefusedByItsName(String body) {
    Visitor.Answer answer = ann.patch(ME, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(body).contains(answer.json().path("errors").path(0).path("field").asString());
  }

  @Test
  void allWrongFieldsAreNamedAndNothingIsKept() {
    Visitor.Answer answer =
        ann.patch(ME, Map.of("phone", "12", "timeZone", "x", "fullName", "Ann Example"));
    assertThat(answer.json().path("errors")).hasSize(2);
    assertThat(ann.get(ME).json().path("fullName").isNull()).isTrue();
  }

  @Test
  void somethingThatIsNoTextIsRefused() {
    for (String wrong : new String[] {"{\"phone\":{}}", "{\"phone\":[]}"}) {
      assertThat(ann.patch(ME, wrong).status()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void theTrailSaysWhatChangedAndNotInto() {
    ann.patch(ME, Map.of("phone", "+442079460123", "displayName", "Ann B"));
    ann.patch(ME, Map.of("phone", "+442079460123"));
    String after =
        jdbc.sql("SELECT after::text FROM audit_logs WHERE action = 'updated'")
            .query(String.class)
            .single();
    assertThat(after).contains("phone", "displayName").doesNotContain("7946", "Ann B");
    assertThat(Arrays.asList(after.split(","))).hasSize(2);
  }
}
