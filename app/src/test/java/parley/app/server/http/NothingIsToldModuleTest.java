package parley.app.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.Mailbox;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

/** Danger 41: neither the log nor an error tells a secret, a person or how we are made. */
@ParleyTest
@ExtendWith(OutputCaptureExtension.class)
class NothingIsToldModuleTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String WRONG = "canary wrong password";
  private static final String NEW = "canary seven green lanterns";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;

  @Test
  void anErrorOfOursSaysNothingOutsideAndNamesNobodyInTheLog(CapturedOutput output) {
    JdbcClient owner = JdbcClient.create(database.owner());
    owner
        .sql("ALTER TABLE users ADD CONSTRAINT poison CHECK (display_name <> 'Poison') NOT VALID")
        .update();
    try {
      Answer answer =
          new Visitor(port)
              .post(
                  "/api/v1/users",
                  Map.of(
                      "email", "canary@example.org",
                      "password", PASSWORD,
                      "displayName", "Poison"));
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.code()).isEqualTo("internal_error");
      assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
          .doesNotContainIgnoringCase("poison")
          .doesNotContainIgnoringCase("exception")
          .doesNotContainIgnoringCase("sql")
          .doesNotContain("parley.app");
      assertThat(names(answer)).doesNotContain("server", "x-powered-by", "via");
    } finally {
      owner.sql("ALTER TABLE users DROP CONSTRAINT poison").update();
    }
    assertThat(output.getAll())
        .contains("A request failed", "poison")
        .doesNotContain("canary@example.org", "$argon2", PASSWORD);
  }

  @Test
  void whoeverLogsInOrChoosesAPasswordLeavesNothingInTheLog(CapturedOutput output) {
    String email = "canary-logs@example.org";
    Visitor visitor = new Visitor(port).signUp(email);
    var made =
        visitor.post(
            "/api/v1/users/me/api-keys",
            Map.of("name", "Canary key", "scopes", List.of("account:read")));
    String key = made.json().path("secret").asString();
    new Visitor(port).with("Authorization", "Bearer " + key).get("/api/v1/users/me");
    new Visitor(port).with("Authorization", "Bearer " + key + "x").get("/api/v1/users/me");
    String app =
        visitor
            .post("/api/v1/users/me/authenticator-app", Map.of())
            .json()
            .path("secret")
            .asString();
    visitor.post("/api/v1/users/me/authenticator-app/confirmation", Map.of("code", "000000"));
    new Visitor(port).post("/api/v1/sessions", Map.of("email", email, "password", WRONG));
    new Visitor(port).post("/api/v1/sessions", "{\"email\":\"" + email + "\",\"password\":[");
    new Visitor(port).post("/api/v1/password-resets", Map.of("email", email));
    String token = new Mailbox(jdbc, email).token("/reset");
    new Visitor(port).get("/api/v1/password-reset?token=" + token);
    Map<String, String> reset = Map.of("token", token, "password", NEW);
    assertThat(new Visitor(port).post("/api/v1/password-reset", reset).status()).isEqualTo(204);
    new Visitor(port).post("/api/v1/password-reset", reset);
    assertThat(app).isNotEmpty();
    assertThat(output.getAll())
        .doesNotContain(email, PASSWORD, WRONG, NEW, token, key, app)
        .doesNotContain(visitor.cookie("parley_session").orElseThrow())
        .doesNotContain(visitor.cookie("parley_device").orElseThrow());
  }

  private static Set<String> names(Answer answer) {
    Set<String> names = new TreeSet<>();
    answer.headers().map().keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return names;
  }
}
