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
  void aRequestToAnotherHostLeadsToTheSameLink() throws Exception {
    new Visitor(port).signUp("host@example.org");
    // The client of the JDK does not let a test set Host; a socket does.
    String body = "{\"email\":\"host@example.org\"}";
    try (var socket = new java.net.Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/v1/password-resets HTTP/1.1\r\nHost: evil.example\r\n"
                      + "Content-Type: application/json\r\nContent-Length: "
                      + body.length()
                      + "\r\nConnection: close\r\n\r\n"
                      + body)
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      String answer =
          new String(
              socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 202");
    }
    Mailbox mailbox = new Mailbox(jdbc, "host@example.org");
    mailbox.token("https://meet.example.net/reset");
    assertThat(String.join("\n", mailbox.texts())).doesNotContain("evil.example");
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
