package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;
import parley.app.shared.UserCredentials;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

@ParleyTest
@Import({StepUpModuleTest.Dangerous.class, StepUpModuleTest.Keys.class})
class StepUpModuleTest {
  private static final String PROOF = "/api/v1/sessions/current/proof";
  private static final String PASSWORD = "correct horse battery";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  /** One dangerous route, one dangerous route of staff and one that is not dangerous. */
  @TestComponent
  @RestController
  static class Dangerous {
    @StepUp
    @PostMapping("/api/v1/dangerous")
    void dangerous(SignedInUser user) {}

    @StepUp
    @PostMapping("/api/v1/staff/dangerous")
    void forStaff(SignedInUser user) {}

    @PostMapping("/api/v1/harmless")
    void harmless(SignedInUser user) {}
  }

  /** Knows one API key, of whoever signed up with key@example.org. */
  @TestComponent
  @Component
  @Fallback
  static class Keys implements UserCredentials {
    static final String KEY = "a-key-of-a-program";

    private final JdbcClient jdbc;

    Keys(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public Optional<SignedInUser> bySessionCookie(String value) {
      return Optional.empty();
    }

    // The session's own id: even a fresh one must not help a key.
    @Override
    public Optional<SignedInUser> byBearer(String token) {
      if (!token.equals(KEY)) {
        return Optional.empty();
      }
      return jdbc.sql(
              """
              SELECT user_id, login_sessions.id FROM login_sessions JOIN users ON users.id = user_id
              WHERE email = 'key@example.org'
              """)
          .query((row, n) ->
              new SignedInUser(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
          .optional();
    }

    @Override
    public Set<UUID> over(Collection<UUID> sessionIds) {
      return Set.of();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // who, minutes since log-in, proves anew, and what a dangerous and a harmless route answer
    "session, 0, no, 200, 200",
    "session, 9, no, 200, 200",
    "session, 10, no, 403, 200",
    "session, 10, yes, 200, 200",
    "session, 600, yes, 200, 200",
    "nobody, 0, no, 401, 401",
  })
  void aDangerousRouteWantsAFreshProof(
      String who, int minutes, String proves, int dangerous, int harmless) {
    Visitor visitor = new Visitor(port);
    if (who.equals("session")) {
      visitor.signUp("s" + UUID.randomUUID() + "@example.org");
    }
    clock.advance(Duration.ofMinutes(minutes));
    if (proves.equals("yes")) {
      assertThat(visitor.post(PROOF, Map.of("password", PASSWORD)).status()).isEqualTo(200);
    }
    assertThat(visitor.post("/api/v1/dangerous", Map.of()).status()).isEqualTo(dangerous);
    assertThat(visitor.post("/api/v1/harmless", Map.of()).status()).isEqualTo(harmless);
  }

  @Test
  void theRefusalTellsTheWaysThisUserHas() {
    Visitor visitor = new Visitor(port).signUp("ways@example.org");
    clock.advance(Duration.ofMinutes(11));
    Answer refused = visitor.post("/api/v1/dangerous", Map.of());
    assertThat(refused.code()).isEqualTo("step_up_needed");
    assertThat(refused.json().path("ways").toString()).isEqualTo("[\"password\"]");
    assertThat(refused.json().path("second").toString()).isEqualTo("[]");
    assertThat(visitor.get(PROOF).json().path("fresh").asBoolean()).isFalse();
  }

  @Test
  void aWrongPasswordProvesNothingAndIsWrittenDown() {
    Visitor visitor = new Visitor(port).signUp("wrong@example.org");
    clock.advance(Duration.ofMinutes(11));
    Answer wrong = visitor.post(PROOF, Map.of("password", "not the password"));
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.code()).isEqualTo("wrong_password");
    assertThat(visitor.post("/api/v1/dangerous", Map.of()).status()).isEqualTo(403);
    visitor.post(PROOF, Map.of("password", PASSWORD));
    assertThat(
            jdbc.sql(
                    """
                    SELECT action FROM audit_logs JOIN users ON users.id = actor_user_id
                    WHERE entity_type = 'session' AND email = 'wrong@example.org' ORDER BY audit_logs.id
                    """)
                .query(String.class)
                .list())
        .containsExactly("failed", "proven");
  }

  @Test
  void aProofIsOfOneSessionOnly() {
    Visitor here = new Visitor(port).signUp("two@example.org");
    Visitor there = new Visitor(port);
    there.post("/api/v1/sessions", Map.of("email", "two@example.org", "password", PASSWORD));
    clock.advance(Duration.ofMinutes(11));
    here.post(PROOF, Map.of("password", PASSWORD));
    assertThat(here.post("/api/v1/dangerous", Map.of()).status()).isEqualTo(200);
    assertThat(there.post("/api/v1/dangerous", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void whoIsNoStaffIsNotAskedToConfirmButFindsNothing() {
    Visitor visitor = new Visitor(port).signUp("nostaff@example.org");
    clock.advance(Duration.ofMinutes(11));
    assertThat(visitor.post("/api/v1/staff/dangerous", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void anApiKeyIsNeverEnough() {
    new Visitor(port).signUp("key@example.org");
    Visitor program = new Visitor(port).with("Authorization", "Bearer " + Keys.KEY);
    assertThat(program.post("/api/v1/harmless", Map.of()).status()).isEqualTo(200);
    Answer refused = program.post("/api/v1/dangerous", Map.of());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("step_up_needed");
    assertThat(refused.json().path("ways").size()).isZero();
    Answer proof = program.post(PROOF, Map.of("password", PASSWORD));
    assertThat(proof.status()).isEqualTo(403);
    assertThat(program.post(PROOF + "/mail", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void whoHasNoPasswordIsMailedACode() {
    Visitor visitor = withoutPassword("social@example.org");
    assertThat(visitor.post(PROOF + "/mail", Map.of()).status()).isEqualTo(202);
    String first = mailedCode("social@example.org");
    clock.advance(Duration.ofSeconds(1));
    assertThat(visitor.post(PROOF + "/mail", Map.of()).status()).isEqualTo(202);
    String second = mailedCode("social@example.org");
    if (!first.equals(second)) {
      assertThat(visitor.post(PROOF, Map.of("mailCode", first)).code()).isEqualTo("wrong_code");
    }
    assertThat(visitor.post(PROOF, Map.of("mailCode", second)).status()).isEqualTo(200);
    assertThat(visitor.post("/api/v1/dangerous", Map.of()).status()).isEqualTo(200);
    assertThat(visitor.post(PROOF, Map.of("mailCode", second)).code()).isEqualTo("wrong_code");
  }

  @Test
  void aMailedCodeDiesOfFiveWrongTriesAndOfTime() {
    Visitor visitor = withoutPassword("tries@example.org");
    visitor.post(PROOF + "/mail", Map.of());
    String code = mailedCode("tries@example.org");
    for (int i = 0; i < 5; i++) {
      visitor.post(PROOF, Map.of("mailCode", code.equals("000000") ? "000001" : "000000"));
    }
    assertThat(visitor.post(PROOF, Map.of("mailCode", code)).code()).isEqualTo("wrong_code");
    clock.advance(Duration.ofSeconds(1));
    visitor.post(PROOF + "/mail", Map.of());
    clock.advance(Duration.ofMinutes(10));
    assertThat(visitor.post(PROOF, Map.of("mailCode", mailedCode("tries@example.org"))).code())
        .isEqualTo("wrong_code");
  }

  @Test
  void noCodeIsMailedToWhoHasAPassword() {
    Visitor visitor = new Visitor(port).signUp("has@example.org");
    assertThat(visitor.post(PROOF + "/mail", Map.of()).code()).isEqualTo("step_up_needed");
    assertThat(visitor.post(PROOF, Map.of("mailCode", "123456")).code())
        .isEqualTo("step_up_needed");
  }

  private Visitor withoutPassword(String email) {
    Visitor visitor = new Visitor(port).signUp(email);
    jdbc.sql("UPDATE users SET password_hash = NULL, email_verified = true WHERE email = :email")
        .param("email", email)
        .update();
    clock.advance(Duration.ofMinutes(11));
    return visitor;
  }

  private String mailedCode(String email) {
    List<String> bodies =
        jdbc.sql("SELECT text_body FROM outgoing_mails WHERE recipient = :to ORDER BY id DESC")
            .param("to", email)
            .query(String.class)
            .list();
    var found = Pattern.compile("code is (\\d{6})").matcher(bodies.getFirst());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
