package parley.app.login.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.UserCredentials;
import parley.app.testing.Mailbox;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

@ParleyTest
class ApiKeyModuleTest {
  private static final String KEYS = "/api/v1/users/me/api-keys";
  private static final String ME = "/api/v1/users/me";

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired UserCredentials credentials;
  private Visitor ann = new Visitor(0);

  @BeforeEach
  void signUp() {
    database.empty();
    ann = new Visitor(port).signUp("ann@example.org");
  }

  @Test
  void aKeyActsForItsUserAndIsShownOnce() {
    JsonNode made = make(Map.of("name", "Calendar", "scopes", List.of("account:read")));
    String secret = made.path("secret").asString();
    assertThat(secret).matches("parley_[A-Za-z0-9_-]{43}");
    Visitor.Answer me = program(secret).get(ME);
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().path("email").asString()).isEqualTo("ann@example.org");
    JsonNode listed = ann.get(KEYS).json().path("items").path(0);
    assertThat(listed.path("name").asString()).isEqualTo("Calendar");
    assertThat(listed.path("hint").asString()).isEqualTo("parley_…" + secret.substring(46));
    assertThat(ann.get(KEYS).json().toString()).doesNotContain(secret);
  }

  @Test
  void theDatabaseHoldsNoKey() {
    String secret = secret("account:read");
    String row = jdbc.sql("SELECT k::text FROM api_keys k").query(String.class).single();
    byte[] hash = jdbc.sql("SELECT token_hash FROM api_keys").query(byte[].class).single();
    assertThat(row).doesNotContain(secret.substring(7, 40));
    assertThat(new String(hash, ISO_8859_1)).hasSize(32);
  }

  @Test
  void aRevokedKeyIsDeadAtOnceAndOnlyItsOwnerRevokesIt() {
    JsonNode made = make(Map.of("name", "Old", "scopes", List.of("account:read")));
    String id = made.path("key").path("id").asString();
    Visitor program = program(made.path("secret").asString());
    assertThat(new Visitor(port).signUp("eve@example.org").delete(KEYS + "/" + id).status())
        .isEqualTo(404);
    assertThat(program.get(ME).status()).isEqualTo(200);
    assertThat(ann.delete(KEYS + "/" + id).status()).isEqualTo(204);
    assertThat(program.get(ME).code()).isEqualTo("invalid_token");
    assertThat(ann.delete(KEYS + "/" + id).status()).isEqualTo(404);
    assertThat(ann.get(KEYS).json().path("items")).isEmpty();
  }

  @Test
  void theOwnerIsToldByMailOfEveryKeyThatComesOrGoes() {
    String id =
        make(Map.of("name", "Told", "scopes", List.of("account:read")))
            .path("key")
            .path("id")
            .asString();
    ann.delete(KEYS + "/" + id);
    assertThat(
            jdbc.sql("SELECT subject FROM outgoing_mails WHERE recipient = 'ann@example.org'")
                .query(String.class)
                .list())
        .contains("An API key was made", "An API key was revoked");
  }

  @Test
  void theKeyOfSomebodySuspendedOrDeletedIsDeadAtOnce() {
    String secret = secret("account:read");
    for (String status : List.of("suspended", "deleted")) {
      jdbc.sql("UPDATE users SET status = ?").param(status).update();
      assertThat(program(secret).get(ME).status()).as(status).isEqualTo(401);
    }
    jdbc.sql("UPDATE users SET status = 'active'").update();
    assertThat(program(secret).get(ME).status()).isEqualTo(200);
  }

  @Test
  void theKeysOfADeletedAccountStayRevokedWhenItIsRestored() {
    String secret = secret("account:read");
    Map<String, String> login =
        Map.of("email", "ann@example.org", "password", "correct horse battery");
    assertThat(ann.post(ME + "/deletion", Map.of("confirm", "delete my account")).status())
        .isEqualTo(202);
    String token = ann.post("/api/v1/sessions", login).json().path("restoreToken").asString();
    assertThat(ann.post("/api/v1/account-restorations", Map.of("token", token)).status())
        .isEqualTo(204);
    assertThat(ann.post("/api/v1/sessions", login).status()).isEqualTo(201);
    assertThat(program(secret).get(ME).code()).isEqualTo("invalid_token");
    assertThat(ann.get(KEYS).json().path("items")).isEmpty();
    assertThat(
            jdbc.sql("SELECT action FROM audit_logs WHERE entity_type = 'api_key' ORDER BY id")
                .query(String.class)
                .list())
        .containsExactly("created", "revoked");
    assertThat(String.join("\n", new Mailbox(jdbc, "ann@example.org").texts()))
        .contains("API keys stay revoked");
  }

  @Test
  void aKeyExpires() {
    String secret =
        make(Map.of(
                "name", "Short",
                "scopes", List.of("account:read"),
                "expiresAt", clock.instant().plus(Duration.ofDays(1)).toString()))
            .path("secret")
            .asString();
    clock.advance(Duration.ofDays(1).minusSeconds(1));
    assertThat(program(secret).get(ME).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(program(secret).get(ME).status()).isEqualTo(401);
    assertThat(ann.get(KEYS).json().path("items").path(0).path("isExpired").asBoolean()).isTrue();
  }

  @Test
  void theLastUseIsTrueToAMinuteAndCostsNoWriteBetween() {
    String secret = secret("account:read");
    program(secret).get(ME);
    String first = lastUse();
    clock.advance(Duration.ofSeconds(59));
    program(secret).get(ME);
    assertThat(lastUse()).isEqualTo(first);
    clock.advance(Duration.ofSeconds(1));
    program(secret).get(ME);
    assertThat(lastUse()).isEqualTo(clock.instant().toString());
  }

  @Test
  void makingOneNeedsAFreshProofAndRevokingDoesNot() {
    String id =
        make(Map.of("name", "A", "scopes", List.of("chat:read"))).path("key").path("id").asString();
    clock.advance(Duration.ofMinutes(11));
    assertThat(ann.post(KEYS, Map.of("name", "B", "scopes", List.of("chat:read"))).code())
        .isEqualTo("step_up_needed");
    assertThat(ann.delete(KEYS + "/" + id).status()).isEqualTo(204);
  }

  @Test
  void aKeyKeepsAPresenceAsLongAsItHolds() {
    JsonNode made = make(Map.of("name", "A", "scopes", List.of("meetings:write")));
    UUID id = UUID.fromString(made.path("key").path("id").asString());
    assertThat(credentials.over(List.of(id))).isEmpty();
    ann.delete(KEYS + "/" + id);
    assertThat(credentials.over(List.of(id))).containsExactly(id);
  }

  @Test
  void wrongWishesAreNamed() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("name", " ", "scopes", List.of("chat:read")),
            Map.of("name", "A"),
            Map.of("name", "A", "scopes", List.of()),
            Map.of("name", "A", "scopes", List.of("everything")),
            Map.of(
                "name",
                "A",
                "scopes",
                List.of("chat:read"),
                "expiresAt",
                "2001-01-01T00:00:00Z"))) {
      Visitor.Answer answer = ann.post(KEYS, wrong);
      assertThat(answer.status()).as(wrong.toString()).isEqualTo(400);
      assertThat(answer.json().path("errors")).as(wrong.toString()).hasSize(1);
    }
  }

  @Test
  void thereAreAtMostFifty() {
    for (int i = 0; i < 50; i++) {
      secret("chat:read");
    }
    Visitor.Answer answer = ann.post(KEYS, Map.of("name", "A", "scopes", List.of("chat:read")));
    assertThat(answer.code()).isEqualTo("too_many_api_keys");
  }

  @Test
  void theTrailTellsOfMakingAndRevoking() {
    String id =
        make(Map.of("name", "Secret plan", "scopes", List.of("chat:read")))
            .path("key")
            .path("id")
            .asString();
    ann.delete(KEYS + "/" + id);
    List<String> lines =
        jdbc.sql(
                "SELECT action || coalesce(after::text, '') FROM audit_logs WHERE entity_type = 'api_key' ORDER BY id")
            .query(String.class)
            .list();
    assertThat(lines).containsExactly("created{\"scopes\": [\"chat:read\"]}", "revoked");
  }

  private JsonNode make(Map<String, Object> wishes) {
    Visitor.Answer answer = ann.post(KEYS, wishes);
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  private String secret(String scope) {
    return make(Map.of("name", "Some", "scopes", List.of(scope))).path("secret").asString();
  }

  private String lastUse() {
    return ann.get(KEYS).json().path("items").path(0).path("lastUsedAt").asString();
  }

  private Visitor program(String secret) {
    return new Visitor(port).with("Authorization", "Bearer " + secret);
  }
}
