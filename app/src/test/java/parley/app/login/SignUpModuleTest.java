package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.ParleyTest;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

@ParleyTest
class SignUpModuleTest {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Test
  void whoSignsUpIsLoggedInOnTheFreePlan() {
    Visitor visitor = new Visitor(port);
    Answer answer =
        visitor.post(
            "/api/v1/users",
            Map.of(
                "email", " Grace@Example.ORG",
                "password", "a compiler for all",
                "fullName", "Grace Hopper",
                "displayName", "Grace"));
    assertThat(answer.status()).isEqualTo(201);
    JsonNode me = visitor.get("/api/v1/users/me").json();
    assertThat(me).isEqualTo(answer.json());
    assertThat(me.path("email").asString()).isEqualTo("grace@example.org");
    assertThat(me.path("emailVerified").asBoolean()).isFalse();
    assertThat(me.path("fullName").asString()).isEqualTo("Grace Hopper");
    assertThat(me.path("displayName").asString()).isEqualTo("Grace");
    assertThat(me.path("role").asString()).isEqualTo("user");
    assertThat(me.path("status").asString()).isEqualTo("active");
    assertThat(me.path("plan").path("slug").asString()).isEqualTo("free");
    assertThat(me.path("plan").path("maxParticipants").asInt()).isEqualTo(100);
    assertThat(me.path("staffRole").isNull()).isTrue();
    assertThat(me.toString()).doesNotContain("argon2");
  }

  @Test
  void theRowTellsTheTruthAndHoldsNoPassword() {
    new Visitor(port).signUp("truth@example.org");
    Map<String, Object> row =
        jdbc.sql("SELECT * FROM users WHERE email = 'truth@example.org'").query().singleRow();
    assertThat(row.get("signup_source")).isEqualTo("email");
    assertThat(row.get("two_fa_enabled")).isEqualTo(false);
    assertThat(row.get("last_login_at")).isEqualTo(row.get("created_at"));
    assertThat(String.valueOf(row.get("password_hash"))).startsWith("$argon2id$");
    assertThat(row.toString()).doesNotContain("correct horse battery");
  }

  @Test
  void theSessionCookieIsForTheServerAlone() {
    Answer answer =
        new Visitor(port)
            .post(
                "/api/v1/users",
                Map.of(
                    "email", "cookie@example.org",
                    "password", "correct horse battery",
                    "displayName", "Ada"));
    String cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(set -> set.startsWith("parley_session="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
    String token = cookie.substring("parley_session=".length(), cookie.indexOf(';'));
    assertThat(token).hasSize(43);
    Long rowsWithToken =
        jdbc.sql("SELECT count(*) FROM login_sessions s WHERE s::text LIKE '%' || :token || '%'")
            .param("token", token)
            .query(Long.class)
            .single();
    assertThat(rowsWithToken).isZero();
  }

  @Test
  void anAddressIsTakenHoweverItIsSpelled() {
    new Visitor(port).signUp("taken@example.org");
    Answer again =
        new Visitor(port)
            .post(
                "/api/v1/users",
                Map.of(
                    "email", "TAKEN@Example.org ",
                    "password", "another fine one",
                    "displayName", "Eve"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("email_taken");
  }

  @Test
  void ofManyWhoComeAtOnceWithOneAddressOneGetsIt() throws Exception {
    Callable<Integer> signUp =
        () ->
            new Visitor(port)
                .post(
                    "/api/v1/users",
                    Map.of(
                        "email", "race@example.org",
                        "password", "correct horse battery",
                        "displayName", "Ada"))
                .status();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          people.invokeAll(IntStream.range(0, 20).mapToObj(i -> signUp).toList());
      List<Integer> statuses = answers.stream().map(Future::resultNow).sorted().toList();
      assertThat(statuses.getFirst()).isEqualTo(201);
      assertThat(statuses.subList(1, 20)).containsOnly(409);
    }
    assertThat(
            jdbc.sql("SELECT count(*) FROM users WHERE email = 'race@example.org'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(
            jdbc.sql("SELECT count(*) FROM outgoing_mails WHERE recipient = 'race@example.org'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void everyWrongFieldIsNamed() {
    Answer answer =
        new Visitor(port)
            .post(
                "/api/v1/users",
                Map.of("email", "nobody", "fullName", "Ada\u202e", "displayName", "a\nb"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(
            answer
                .json()
                .path("errors")
                .valueStream()
                .map(e -> e.path("field").asString())
                .toList())
        .contains("email", "password", "fullName");
  }

  @Test
  void aWeakPasswordIsRefusedWithoutARow() {
    Answer answer =
        new Visitor(port)
            .post(
                "/api/v1/users",
                Map.of("email", "weak@example.org", "password", "password1", "displayName", "Ada"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("weak_password");
    assertThat(
            jdbc.sql("SELECT count(*) FROM users WHERE email = 'weak@example.org'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void anybodysWordsArriveAsTheyWereWritten() {
    for (String name :
        List.of(
            "Robert'); DROP TABLE users;--",
            "' OR '1'='1",
            "${jndi:ldap://x/a}",
            "{{7*7}} :name ?1",
            "<script>alert(1)</script>")) {
      Visitor visitor = new Visitor(port);
      Answer answer =
          visitor.post(
              "/api/v1/users",
              Map.of(
                  "email",
                  "words" + Math.abs(name.hashCode()) + "@example.org",
                  "password",
                  "correct horse battery",
                  "displayName",
                  name));
      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.json().path("displayName").asString()).isEqualTo(name);
    }
  }

  @Test
  void theProfileChangesOnlyWhereItIsAsked() {
    Visitor visitor = new Visitor(port).signUp("profile@example.org");
    visitor.patch("/api/v1/users/me", Map.of("fullName", "Ada Lovelace"));
    Answer changed = visitor.patch("/api/v1/users/me", Map.of("displayName", "Countess"));
    assertThat(changed.json().path("fullName").asString()).isEqualTo("Ada Lovelace");
    assertThat(changed.json().path("displayName").asString()).isEqualTo("Countess");
    Answer refused = visitor.patch("/api/v1/users/me", Map.of("displayName", "  "));
    assertThat(refused.code()).isEqualTo("invalid_request");
    Answer removed = visitor.patch("/api/v1/users/me", Map.of("fullName", ""));
    assertThat(removed.json().path("fullName").isNull()).isTrue();
    Answer sly = visitor.patch("/api/v1/users/me", Map.of("role", "admin", "status", "x"));
    assertThat(visitor.get("/api/v1/users/me").json().path("role").asString()).isEqualTo("user");
    assertThat(sly.status()).isIn(200, 400);
  }
}
