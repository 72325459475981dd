package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

@ParleyTest
@RecordApplicationEvents
class LoginModuleTest {
  private static final String PASSWORD = "correct horse battery";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;
  @Autowired TestClock clock;
  @Autowired MeterRegistry meters;
  @Autowired Sessions sessions;
  @Autowired ApplicationEvents events;

  @Test
  void logsInWithTheRightPasswordAndOut() {
    Visitor there = new Visitor(port).signUp("in@example.org");
    Visitor here = new Visitor(port);
    Answer answer = logIn(here, " IN@example.org", PASSWORD);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("email").asString()).isEqualTo("in@example.org");
    assertThat(here.delete("/api/v1/sessions/current").status()).isEqualTo(204);
    assertThat(here.cookie("parley_session")).isEmpty();
    assertThat(there.get("/api/v1/users/me").status()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressLookTheSameAndCostTheSame() {
    new Visitor(port).signUp("known@example.org");
    long before = hashes();
    Answer wrong = logIn(new Visitor(port), "known@example.org", "not the password");
    long forKnown = hashes() - before;
    Answer unknown = logIn(new Visitor(port), "unknown@example.org", "not the password");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("wrong_credentials");
    assertThat(unknown.bytes()).isEqualTo(wrong.bytes());
    assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    assertThat(forKnown).isEqualTo(1);
    assertThat(hashes() - before).isEqualTo(2);
  }

  @Test
  void aPageLearnsWhoIsLoggedInWithoutAnError() {
    Visitor visitor = new Visitor(port);
    Answer nobody = visitor.get("/api/v1/sessions/current");
    assertThat(nobody.status()).isEqualTo(200);
    assertThat(nobody.json().path("user").isNull()).isTrue();
    visitor.signUp("here@example.org");
    Answer somebody = visitor.get("/api/v1/sessions/current");
    assertThat(somebody.json().path("user")).isEqualTo(visitor.get("/api/v1/users/me").json());
    String cookie = visitor.cookie("parley_session").orElseThrow();
    visitor.delete("/api/v1/sessions/current");
    Visitor late = new Visitor(port).withCookie("parley_session", cookie);
    assertThat(late.get("/api/v1/sessions/current").json().path("user").isNull()).isTrue();
  }

  @Test
  void aCookieOfALoggedOutSessionOpensNothing() {
    Visitor visitor = new Visitor(port).signUp("out@example.org");
    String stolen = visitor.cookie("parley_session").orElseThrow();
    visitor.delete("/api/v1/sessions/current");
    Visitor thief = new Visitor(port).withCookie("parley_session", stolen);
    assertThat(thief.get("/api/v1/users/me").status()).isEqualTo(401);
  }

  @Test
  void loggingInChangesTheTokenAndEndsTheOneBefore() {
    Visitor visitor = new Visitor(port).signUp("rotate@example.org");
    String before = visitor.cookie("parley_session").orElseThrow();
    assertThat(logIn(visitor, "rotate@example.org", PASSWORD).status()).isEqualTo(201);
    String after = visitor.cookie("parley_session").orElseThrow();
    assertThat(after).isNotEqualTo(before);
    Visitor old = new Visitor(port).withCookie("parley_session", before);
    assertThat(old.get("/api/v1/users/me").status()).isEqualTo(401);
  }

  @Test
  void aTokenThatSomebodyPlantedIsNeverTakenOver() {
    String planted = SecretToken.random().value();
    Visitor visitor = new Visitor(port).withCookie("parley_session", planted);
    visitor.signUp("planted@example.org");
    assertThat(visitor.cookie("parley_session")).isPresent().get().isNotEqualTo(planted);
    Visitor attacker = new Visitor(port).withCookie("parley_session", planted);
    assertThat(attacker.get("/api/v1/users/me").status()).isEqualTo(401);
  }

  @Test
  void whatIsNoTokenIsNobody() {
    for (String value :
        new String[] {"x", "' OR 1=1 --", "a".repeat(43), "%00", "a".repeat(4000)}) {
      Visitor visitor = new Visitor(port).withCookie("parley_session", value);
      assertThat(visitor.get("/api/v1/users/me").status()).isEqualTo(401);
    }
  }

  @Test
  void anUnusedSessionEndsAfterTwoWeeks() {
    Visitor visitor = new Visitor(port).signUp("idle@example.org");
    clock.advance(Duration.ofDays(13));
    assertThat(visitor.get("/api/v1/users/me").status()).isEqualTo(200);
    clock.advance(Duration.ofDays(13));
    assertThat(visitor.get("/api/v1/users/me").status()).isEqualTo(200);
    clock.advance(Duration.ofDays(14));
    assertThat(visitor.get("/api/v1/users/me").status()).isEqualTo(401);
  }

  @Test
  void evenAUsedSessionEndsAfterNinetyDays() {
    Visitor visitor = new Visitor(port).signUp("absolute@example.org");
    for (int day = 0; day < 80; day += 10) {
      clock.advance(Duration.ofDays(10));
      assertThat(visitor.get("/api/v1/users/me").status()).isEqualTo(200);
    }
    clock.advance(Duration.ofDays(10));
    assertThat(visitor.get("/api/v1/users/me").status()).isEqualTo(401);
  }

  @Test
  void lastUseIsTrueToAMinute() {
    Visitor visitor = new Visitor(port).signUp("use@example.org");
    clock.advance(Duration.ofSeconds(59));
    visitor.get("/api/v1/users/me");
    assertThat(lastUse("use@example.org")).isEqualTo(clock.instant().minusSeconds(59));
    clock.advance(Duration.ofSeconds(1));
    visitor.get("/api/v1/users/me");
    assertThat(lastUse("use@example.org")).isEqualTo(clock.instant());
  }

  @Test
  void lastLoginIsWhenSomebodyReallyLoggedIn() {
    new Visitor(port).signUp("last@example.org");
    clock.advance(Duration.ofHours(5));
    logIn(new Visitor(port), "last@example.org", "not the password");
    assertThat(lastLogin("last@example.org")).isEqualTo(clock.instant().minus(Duration.ofHours(5)));
    logIn(new Visitor(port), "last@example.org", PASSWORD);
    assertThat(lastLogin("last@example.org")).isEqualTo(clock.instant());
  }

  @Test
  void endingAllSessionsPutsEveryDeviceOutAtOnce() {
    Visitor one = new Visitor(port).signUp("everywhere@example.org");
    Visitor two = new Visitor(port);
    logIn(two, "everywhere@example.org", PASSWORD);
    sessions.endAll(idOf("everywhere@example.org"));
    assertThat(one.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(two.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(
            events.stream(SessionEnded.class)
                .filter(ended -> ended.userId().equals(idOf("everywhere@example.org"))))
        .hasSize(2);
  }

  @Test
  void aSuspendedUserIsOutAtTheNextRequestAndDoesNotGetBackIn() {
    Visitor visitor = new Visitor(port).signUp("suspended@example.org");
    setStatus("suspended@example.org", "suspended");
    assertThat(visitor.get("/api/v1/users/me").status()).isEqualTo(401);
    Answer again = logIn(new Visitor(port), "suspended@example.org", PASSWORD);
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.code()).isEqualTo("account_suspended");
    assertThat(logIn(new Visitor(port), "suspended@example.org", "a wrong guess").code())
        .isEqualTo("wrong_credentials");
  }

  @Test
  void aDeletedUserIsNobody() {
    new Visitor(port).signUp("deleted@example.org");
    setStatus("deleted@example.org", "deleted");
    assertThat(logIn(new Visitor(port), "deleted@example.org", PASSWORD).code())
        .isEqualTo("wrong_credentials");
  }

  @Test
  void anOutdatedHashIsMadeAnewAtTheNextLogin() {
    new Visitor(port).signUp("older@example.org");
    String weaker = new Argon2PasswordEncoder(16, 32, 1, 256, 1).encode(PASSWORD);
    jdbc.sql("UPDATE users SET password_hash = :hash WHERE email = 'older@example.org'")
        .param("hash", weaker)
        .update();
    assertThat(logIn(new Visitor(port), "older@example.org", PASSWORD).status()).isEqualTo(201);
    String renewed =
        jdbc.sql("SELECT password_hash FROM users WHERE email = 'older@example.org'")
            .query(String.class)
            .single();
    assertThat(renewed).contains("m=1024").isNotEqualTo(weaker);
    assertThat(logIn(new Visitor(port), "older@example.org", PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void somebodyWithoutAPasswordCannotLogInByOne() {
    new Visitor(port).signUp("social@example.org");
    jdbc.sql("UPDATE users SET password_hash = NULL WHERE email = 'social@example.org'").update();
    assertThat(logIn(new Visitor(port), "social@example.org", PASSWORD).code())
        .isEqualTo("wrong_credentials");
  }

  @Test
  void aFormThatIsNotOneIsRefusedInWords() {
    Visitor visitor = new Visitor(port);
    assertThat(visitor.post("/api/v1/sessions", Map.of()).code()).isEqualTo("invalid_request");
    assertThat(visitor.post("/api/v1/sessions", "{").status()).isEqualTo(400);
    assertThat(visitor.post("/api/v1/sessions", "{\"email\":[1],\"password\":{}}").status())
        .isEqualTo(400);
    assertThat(
            visitor
                .post(
                    "/api/v1/sessions",
                    "{\"email\":\"a@example.org\",\"email\":\"b@example.org\",\"password\":\"x\"}")
                .status())
        .isEqualTo(400);
  }

  private Answer logIn(Visitor visitor, String email, String password) {
    return visitor.post("/api/v1/sessions", Map.of("email", email, "password", password));
  }

  private long hashes() {
    return meters.get("parley.password.hash").timer().count();
  }

  private UUID idOf(String email) {
    return jdbc.sql("SELECT id FROM users WHERE email = :email")
        .param("email", email)
        .query(UUID.class)
        .single();
  }

  private void setStatus(String email, String status) {
    jdbc.sql("UPDATE users SET status = :status WHERE email = :email")
        .param("status", status)
        .param("email", email)
        .update();
  }

  private java.time.Instant lastUse(String email) {
    return jdbc.sql(
            """
            SELECT max(last_used_at) FROM login_sessions JOIN users ON users.id = user_id WHERE email = :email
            """)
        .param("email", email)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private java.time.Instant lastLogin(String email) {
    return jdbc.sql("SELECT last_login_at FROM users WHERE email = :email")
        .param("email", email)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }
}
