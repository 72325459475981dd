package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.Mailbox;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.Together;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

/** Who may come in and who may host, as the console sets it. */
@ParleyTest
class EntryRulesModuleTest {
  private static final String RULES = "/api/v1/staff/entry-rules";
  private static int people;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  private Visitor admin = new Visitor(0);

  @BeforeEach
  void anAdministrator() {
    jdbc.sql("DELETE FROM entry_rules").update();
    String email = fresh("example.org");
    admin = new Visitor(port).signUp(email);
    jdbc.sql(
            """
            WITH admin AS (UPDATE users SET role = 'admin' WHERE email = :email RETURNING id)
            INSERT INTO admin_users (id, user_id, role) SELECT id, id, 'admin' FROM admin
            """)
        .param("email", email)
        .update();
  }

  @Test
  void withoutAWordFromTheConsoleTheSettingsHold() {
    assertThat(admin.get(RULES).json().toString())
        .contains("\"signUp\":\"open\"", "\"hosts\":\"everyone\"", "\"fromConsole\":false");
    assertThat(config().json().path("signUp").asString()).isEqualTo("open");
    assertThat(signUp(fresh("anywhere.example")).status()).isEqualTo(201);
  }

  /** Each has all the rules before them as they were. */
  @Test
  void ofTwoAdministratorsWhoSaveTheSameRulesOneIsTold() {
    for (String sort : new String[] {"first set here", "set again"}) {
      long version = admin.get(RULES).json().path("version").asLong();
      Map<String, Object> one = Map.of("signUp", "closed", "hosts", "everyone", "version", version);
      Map<String, Object> other = Map.of("signUp", "open", "hosts", "staff", "version", version);
      List<Answer> answers =
          Together.run(
              List.<Callable<Answer>>of(
                  () -> admin.put(RULES, one), () -> admin.put(RULES, other)));
      assertThat(answers).as(sort).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    }
    long version = admin.get(RULES).json().path("version").asLong();
    admin.delete(RULES);
    assertThat(
            admin
                .put(RULES, Map.of("signUp", "open", "hosts", "everyone", "version", version))
                .code())
        .isEqualTo("changed_meanwhile");
    assertThat(admin.get(RULES).json().path("fromConsole").asBoolean()).isFalse();
  }

  @Test
  void closedIsClosedAndBackToTheFileIsOpen() {
    set(Map.of("signUp", "closed"));
    assertThat(config().json().path("signUp").asString()).isEqualTo("closed");
    assertThat(signUp(fresh("example.org")).code()).isEqualTo("signup_closed");
    assertThat(admin.delete(RULES).json().path("fromConsole").asBoolean()).isFalse();
    assertThat(signUp(fresh("example.org")).status()).isEqualTo(201);
  }

  @Test
  void byDomainOnlyWhoeverProvesAnAddressThereComesIn() {
    set(Map.of("signUp", "domains", "signUpDomains", List.of("Example.COM")));
    assertThat(config().json().path("signUpDomains").get(0).asString()).isEqualTo("example.com");
    assertThat(signUp(fresh("example.org")).code()).isEqualTo("signup_by_domain");
    assertThat(signUp(fresh("sub.example.com")).code()).isEqualTo("signup_by_domain");
    String email = fresh("example.com");
    Visitor visitor = new Visitor(port);
    Answer made = visitor.post("/api/v1/users", form(email));
    assertThat(made.status()).isEqualTo(202);
    assertThat(visitor.cookie("parley_session")).isEmpty();
    assertThat(logIn(email).code()).isEqualTo("email_not_verified");
    assertThat(logIn(email).json().path("detail").asString())
        .contains("This server sends no mail")
        .doesNotContain("on its way");
    String token = new Mailbox(jdbc, email).token("/verify");
    assertThat(visitor.post("/api/v1/email-verification", Map.of("token", token)).code())
        .isEqualTo("password_needed");
    Map<String, String> proof = Map.of("token", token, "password", "correct horse battery");
    assertThat(visitor.post("/api/v1/email-verification", proof).status()).isEqualTo(200);
    assertThat(logIn(email).status()).isEqualTo(201);
  }

  @Test
  void aWrongPasswordIsNotToldThatTheAddressIsUnproven() {
    String email = fresh("example.org");
    new Visitor(port).signUp(email);
    set(Map.of("verifiedOnly", true));
    assertThat(logIn(email).code()).isEqualTo("email_not_verified");
    Answer wrong =
        new Visitor(port)
            .post("/api/v1/sessions", Map.of("email", email, "password", "not the password"));
    assertThat(wrong.code()).isEqualTo("wrong_credentials");
  }

  @Test
  void byInvitationNobodyElseComesIn() {
    set(Map.of("signUp", "invitation"));
    assertThat(signUp(fresh("example.org")).code()).isEqualTo("signup_by_invitation");
  }

  @ParameterizedTest
  @CsvSource({
    // rule, verified, at the domain, whether they may
    "everyone, false, false, true",
    "verified, false, true, false",
    "verified, true, false, true",
    "domains, true, false, false",
    "domains, false, true, false",
    "domains, true, true, true",
    "staff, true, true, false",
  })
  void whoMayHost(String rule, boolean verified, boolean atTheDomain, boolean may) {
    String email = fresh(atTheDomain ? "host.example" : "guest.example");
    Visitor visitor = new Visitor(port).signUp(email);
    jdbc.sql("UPDATE users SET email_verified = :verified WHERE email = :email")
        .param("verified", verified)
        .param("email", email)
        .update();
    set(Map.of("hosts", rule, "hostDomains", List.of("host.example")));
    Answer answer = visitor.post("/api/v1/meetings", Map.of());
    assertThat(visitor.get("/api/v1/users/me").json().path("mayHost").asBoolean()).isEqualTo(may);
    assertThat(answer.status()).isEqualTo(may ? 201 : 403);
    if (!may) {
      assertThat(answer.code()).isEqualTo("host_not_allowed");
      assertThat(answer.json().path("detail").asString()).isNotBlank();
    }
    assertThat(admin.post("/api/v1/meetings", Map.of()).status()).isEqualTo(201);
  }

  @Test
  void staffAreNeverLockedOut() {
    set(Map.of("signUp", "closed", "verifiedOnly", true, "hosts", "staff"));
    String email = admin.get("/api/v1/users/me").json().path("email").asString();
    assertThat(logIn(email).status()).isEqualTo(201);
  }

  @Test
  void aChangeIsForAdministratorsWithAFreshProofAndLeavesALine() {
    Visitor user = new Visitor(port).signUp(fresh("example.org"));
    assertThat(user.put(RULES, rules(Map.of())).status()).isEqualTo(404);
    assertThat(user.get(RULES).status()).isEqualTo(404);
    set(Map.of("signUp", "invitation"));
    String line =
        jdbc.sql(
                """
                SELECT before::text || ' ' || after::text FROM audit_logs
                WHERE entity_type = 'settings' AND action = 'updated' ORDER BY id DESC LIMIT 1
                """)
            .query(String.class)
            .single();
    assertThat(line).contains("open").contains("invitation");
    clock.advance(Duration.ofMinutes(11));
    assertThat(admin.put(RULES, rules(Map.of())).code()).isEqualTo("step_up_needed");
  }

  @Test
  void whatIsNoRuleIsRefusedInWords() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("signUp", "maybe"),
            Map.of("hosts", "nobody"),
            Map.of("signUp", "domains"),
            Map.of("hosts", "domains"),
            Map.of("signUp", "domains", "signUpDomains", List.of("not a domain")))) {
      Answer answer = admin.put(RULES, rules(wrong));
      assertThat(answer.status()).as(wrong.toString()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("invalid_request");
    }
  }

  private void set(Map<String, Object> some) {
    Answer answer = admin.put(RULES, rules(some));
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
  }

  private static Map<String, Object> rules(Map<String, Object> some) {
    Map<String, Object> rules =
        new HashMap<>(
            Map.of(
                "signUp",
                "open",
                "signUpDomains",
                List.of(),
                "hosts",
                "everyone",
                "hostDomains",
                List.of(),
                "verifiedOnly",
                false));
    rules.putAll(some);
    return rules;
  }

  private Answer config() {
    return new Visitor(port).get("/api/v1/config");
  }

  private Answer signUp(String email) {
    return new Visitor(port).post("/api/v1/users", form(email));
  }

  private Answer logIn(String email) {
    return new Visitor(port)
        .post("/api/v1/sessions", Map.of("email", email, "password", "correct horse battery"));
  }

  private static Map<String, String> form(String email) {
    return Map.of("email", email, "password", "correct horse battery", "displayName", "Ada");
  }

  private static String fresh(String domain) {
    return "rules" + ++people + "@" + domain;
  }
}
