package parley.app.login.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import parley.app.testing.Mailbox;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

@ParleyTest
@TestPropertySource(properties = "parley.public-url=https://meet.example.net")
class PasswordResetModuleTest {
  private static final String OLD = "correct horse battery";
  private static final String NEW = "seven green lanterns hum";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired MeterRegistry meters;

  @Test
  void theLinkChangesThePasswordOnceAndEndsEverySession() {
    Visitor owner = new Visitor(port).signUp("forgot@example.org");
    String token = ask("forgot@example.org");
    Visitor elsewhere = new Visitor(port);
    assertThat(
            elsewhere.get("/api/v1/password-reset?token=" + token).json().path("email").asString())
        .isEqualTo("forgot@example.org");
    assertThat(finish(elsewhere, token, NEW).status()).isEqualTo(204);
    assertThat(owner.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(logIn("forgot@example.org", OLD).status()).isEqualTo(401);
    assertThat(logIn("forgot@example.org", NEW).status()).isEqualTo(201);
    Answer again = finish(elsewhere, token, "another fine password");
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.code()).isEqualTo("reset_link_used");
    assertThat(new Mailbox(jdbc, "forgot@example.org").subjects())
        .contains("Your Parley password was changed");
  }

  @Test
  void whoReadsTheMailsOfAnAddressHasProvenIt() {
    new Visitor(port).signUp("proven@example.org");
    finish(new Visitor(port), ask("proven@example.org"), NEW);
    assertThat(logIn("proven@example.org", NEW).json().path("emailVerified").asBoolean()).isTrue();
  }

  @Test
  void whoSignedUpWithAForeignAddressKeepsNothingThatOpensIt() {
    Visitor thief = new Visitor(port).signUp("hijacked@example.org");
    Visitor program = withEveryKey(thief, "hijacked@example.org");
    finish(new Visitor(port), ask("hijacked@example.org"), NEW);
    assertThat(thief.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(program.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(logIn("hijacked@example.org", NEW).status()).isEqualTo(201);
    assertThat(linked("hijacked@example.org")).isZero();
  }

  @Test
  void whoHadProvenTheAddressBeforeKeepsTheirKeys() {
    Visitor owner = new Visitor(port).signUp("keeps@example.org");
    jdbc.sql("UPDATE users SET email_verified = true WHERE email = 'keeps@example.org'").update();
    Visitor program = withEveryKey(owner, "keeps@example.org");
    finish(new Visitor(port), ask("keeps@example.org"), NEW);
    assertThat(program.get("/api/v1/users/me").status()).isEqualTo(200);
    assertThat(owner.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(logIn("keeps@example.org", NEW).status()).isEqualTo(202);
    assertThat(linked("keeps@example.org")).isOne();
  }

  @Test
  void aLinkSentToAnAddressThatWasGivenUpIsDead() {
    Visitor owner = new Visitor(port).signUp("former@example.org");
    String token = ask("former@example.org");
    owner.put("/api/v1/users/me/email-change", Map.of("email", "present@example.org"));
    String confirm = new Mailbox(jdbc, "present@example.org").token("/email-change");
    assertThat(owner.post("/api/v1/email-change", Map.of("token", confirm)).status())
        .isEqualTo(200);
    assertThat(finish(new Visitor(port), token, NEW).status()).isEqualTo(410);
  }

  /** An API key, a second step and a linked account; answers the program that has the key. */
  private Visitor withEveryKey(Visitor browser, String email) {
    String secret =
        browser
            .post(
                "/api/v1/users/me/api-keys",
                Map.of("name", "Mine", "scopes", List.of("account:read")))
            .json()
            .path("secret")
            .asString();
    for (String statement :
        List.of(
            """
            INSERT INTO linked_accounts (provider, subject, user_id, linked_at, last_used_at)
            SELECT 'work', email, id, created_at, created_at FROM users WHERE email = :email
            """,
            """
            INSERT INTO authenticator_apps (user_id, secret_sealed, created_at, confirmed_at, last_step)
            SELECT id, 'x', created_at, created_at, 0 FROM users WHERE email = :email
            """)) {
      jdbc.sql(statement).param("email", email).update();
    }
    Visitor program = new Visitor(port).with("Authorization", "Bearer " + secret);
    assertThat(program.get("/api/v1/users/me").status()).isEqualTo(200);
    return program;
  }

  private long linked(String email) {
    return jdbc.sql("SELECT count(*) FROM linked_accounts WHERE subject = :email")
        .param("email", email)
        .query(Long.class)
        .single();
  }

  @Test
  void anHourLaterItIsTooLate() {
    new Visitor(port).signUp("late@example.org");
    String token = ask("late@example.org");
    clock.advance(Duration.ofMinutes(59));
    assertThat(new Visitor(port).get("/api/v1/password-reset?token=" + token).status())
        .isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
    assertThat(finish(new Visitor(port), token, NEW).status()).isEqualTo(410);
  }

  @Test
  void oneUsedLinkKillsTheOthers() {
    new Visitor(port).signUp("two@example.org");
    String first = ask("two@example.org");
    String second = askAgain("two@example.org", first);
    assertThat(finish(new Visitor(port), second, NEW).status()).isEqualTo(204);
    assertThat(finish(new Visitor(port), first, "another fine password").status()).isEqualTo(410);
  }

  @Test
  void ofParallelClicksOneCounts() throws Exception {
    new Visitor(port).signUp("clicks@example.org");
    String token = ask("clicks@example.org");
    Callable<Integer> click = () -> finish(new Visitor(port), token, NEW).status();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses =
          threads.invokeAll(Stream.generate(() -> click).limit(20).toList()).stream()
              .map(Future::resultNow)
              .sorted()
              .toList();
      assertThat(statuses.getFirst()).isEqualTo(204);
      assertThat(statuses.subList(1, 20)).containsOnly(410);
    }
  }

  @Test
  void aWeakPasswordIsRefusedAndTheLinkStillWorks() {
    new Visitor(port).signUp("weak@example.org");
    String token = ask("weak@example.org");
    assertThat(finish(new Visitor(port), token, "password1").code()).isEqualTo("weak_password");
    assertThat(finish(new Visitor(port), token, NEW).status()).isEqualTo(204);
  }

  @Test
  void theAnswerAndTheWorkAreTheSameForAnAddressThatNobodyHas() {
    new Visitor(port).signUp("known@example.org");
    long hashes = hashes();
    Answer known = request(new Visitor(port), "known@example.org");
    Answer unknown = request(new Visitor(port), "unknown@example.org");
    assertThat(known.status()).isEqualTo(202);
    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(unknown.bytes()).isEqualTo(known.bytes());
    assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
    assertThat(hashes()).isEqualTo(hashes);
    new Mailbox(jdbc, "known@example.org").token("/reset");
    assertThat(new Mailbox(jdbc, "unknown@example.org").texts()).isEmpty();
  }

  @Test
  void noHeaderOfARequestGetsIntoTheLink() {
    new Visitor(port).signUp("poison@example.org");
    Visitor poisoner =
        new Visitor(port)
            .with("X-Forwarded-Host", "evil.example")
            .with("X-Forwarded-Proto", "https")
            .with("Forwarded", "host=evil.example")
            .with("X-Original-Host", "evil.example")
            .with("X-Host", "evil.example");
    assertThat(request(poisoner, "poison@example.org").status()).isEqualTo(202);
    Mailbox mailbox = new Mailbox(jdbc, "poison@example.org");
    mailbox.token("https://meet.example.net/reset");
    assertThat(String.join("\n", mailbox.texts())).doesNotContain("evil.example");
  }

  @Test
  void aRequestToAnotherHostIsRefusedAndASpoofedOneLeadsToTheSameLink() throws Exception {
    new Visitor(port).signUp("host@example.org");
    assertThat(reset("Host: evil.example")).startsWith("HTTP/1.1 421");
    assertThat(reset("Host: localhost\r\nX-Forwarded-Host: evil.example"))
        .startsWith("HTTP/1.1 202");
    Mailbox mailbox = new Mailbox(jdbc, "host@example.org");
    mailbox.token("https://meet.example.net/reset");
    assertThat(String.join("\n", mailbox.texts())).doesNotContain("evil.example");
  }

  private String reset(String host) throws Exception {
    // The client of the JDK does not let a test set Host; a socket does.
    String body = "{\"email\":\"host@example.org\"}";
    try (var socket = new java.net.Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/v1/password-resets HTTP/1.1\r\n"
                      + host
                      + "\r\nContent-Type: application/json\r\nContent-Length: "
                      + body.length()
                      + "\r\nConnection: close\r\n\r\n"
                      + body)
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return new String(
          socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
    }
  }

  @Test
  void theTableHoldsNoLinkThatWorks() {
    new Visitor(port).signUp("hash@example.org");
    String token = ask("hash@example.org");
    assertThat(
            jdbc.sql("SELECT count(*) FROM password_resets r WHERE r::text LIKE '%' || :t || '%'")
                .param("t", token)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whoHasNoPasswordGetsOneByTheSameWay() {
    new Visitor(port).signUp("social@example.org");
    jdbc.sql("UPDATE users SET password_hash = NULL WHERE email = 'social@example.org'").update();
    finish(new Visitor(port), ask("social@example.org"), NEW);
    assertThat(logIn("social@example.org", NEW).status()).isEqualTo(201);
  }

  @Test
  void bothStepsStandInTheTrail() {
    new Visitor(port).signUp("trail@example.org");
    finish(new Visitor(port), ask("trail@example.org"), NEW);
    assertThat(
            jdbc.sql(
                    """
                    SELECT action FROM audit_logs JOIN users ON users.id::text = entity_id
                    WHERE email = 'trail@example.org' ORDER BY audit_logs.id
                    """)
                .query(String.class)
                .list())
        .contains("requested", "password_reset");
  }

  private String ask(String email) {
    assertThat(request(new Visitor(port), email).status()).isEqualTo(202);
    return new Mailbox(jdbc, email).token("/reset");
  }

  private String askAgain(String email, String before) {
    request(new Visitor(port), email);
    return new Mailbox(jdbc, email).tokenBeside("/reset", before);
  }

  private static Answer request(Visitor visitor, String email) {
    return visitor.post("/api/v1/password-resets", Map.of("email", email));
  }

  private static Answer finish(Visitor visitor, String token, String password) {
    return visitor.post("/api/v1/password-reset", Map.of("token", token, "password", password));
  }

  private Answer logIn(String email, String password) {
    return new Visitor(port).post("/api/v1/sessions", Map.of("email", email, "password", password));
  }

  private long hashes() {
    return meters.get("parley.password.hash").timer().count();
  }
}
