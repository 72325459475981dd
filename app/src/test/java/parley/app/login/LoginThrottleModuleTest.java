package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
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

/** With the limits as they are by default: every test has the time before it to itself. */
@ParleyTest
@TestPropertySource(properties = "parley.limits.scale=1")
class LoginThrottleModuleTest {
  private static final String PASSWORD = "correct horse battery";

  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;

  @BeforeEach
  void everythingIsForgotten() {
    clock.advance(Duration.ofHours(3));
  }

  @Test
  void guessingAtOneAccountReachesTheHashTenTimes() throws Exception {
    new Visitor(port).signUp("guessed@example.org");
    long before = hashes();
    Callable<Answer> guess = () -> logIn(new Visitor(port), "guessed@example.org", "guess guess");
    try (var attackers = Executors.newFixedThreadPool(8)) {
      List<Future<Answer>> answers =
          attackers.invokeAll(IntStream.range(0, 1_000).mapToObj(i -> guess).toList());
      List<Integer> statuses =
          answers.stream().map(Future::resultNow).map(Answer::status).distinct().toList();
      assertThat(statuses).containsOnly(401, 429);
    }
    assertThat(hashes() - before).isEqualTo(10);
  }

  @Test
  void whoIsRefusedIsToldWhenToComeBack() {
    for (int i = 0; i < 10; i++) {
      logIn(new Visitor(port), "nobody@example.org", "guess guess");
    }
    Answer refused = logIn(new Visitor(port), "nobody@example.org", "guess guess");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too_many_requests");
    assertThat(refused.header("Retry-After")).isEqualTo("90");
    clock.advance(Duration.ofSeconds(90));
    assertThat(logIn(new Visitor(port), "nobody@example.org", "guess guess").status())
        .isEqualTo(401);
  }

  @Test
  void whoGoesOnGuessingWaitsEverLonger() {
    clock.advance(Duration.ofDays(2));
    Visitor owner = new Visitor(port).signUp("patient@example.org");
    int reached = 0;
    for (int round = 0; round < 8; round++) {
      for (int i = 0; i < 10; i++) {
        reached +=
            logIn(new Visitor(port), "patient@example.org", "guess guess").status() == 401 ? 1 : 0;
      }
      clock.advance(Duration.ofMinutes(15));
    }
    assertThat(reached).isBetween(40, 44);
    logIn(new Visitor(port), "patient@example.org", "guess guess");
    Answer refused = logIn(new Visitor(port), "patient@example.org", "guess guess");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Long.parseLong(refused.header("Retry-After"))).isGreaterThan(600);
    owner.delete("/api/v1/sessions/current");
    assertThat(logIn(owner, "patient@example.org", PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void theOwnerGetsInOnAKnownDeviceWhileOthersGuess() {
    Visitor owner = new Visitor(port).signUp("owner@example.org");
    for (int i = 0; i < 20; i++) {
      logIn(new Visitor(port), "owner@example.org", "guess guess");
    }
    assertThat(logIn(new Visitor(port), "owner@example.org", PASSWORD).status()).isEqualTo(429);
    owner.delete("/api/v1/sessions/current");
    assertThat(logIn(owner, "owner@example.org", PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void whoHasJustChosenANewPasswordIsNoStranger() {
    new Visitor(port).signUp("shutout@example.org");
    Visitor owner = new Visitor(port);
    owner.post("/api/v1/password-resets", Map.of("email", "shutout@example.org"));
    String token = new Mailbox(jdbc, "shutout@example.org").token("/reset");
    Map<String, String> chosen = Map.of("token", token, "password", "seven green lanterns hum");
    assertThat(owner.post("/api/v1/password-reset", chosen).status()).isEqualTo(204);
    for (int i = 0; i < 20; i++) {
      logIn(new Visitor(port), "shutout@example.org", "guess guess");
    }
    assertThat(logIn(owner, "shutout@example.org", "seven green lanterns hum").status())
        .isEqualTo(201);
  }

  @Test
  void aBrowserDoesNotChooseHowItIsKnown() {
    String chosen = "a".repeat(43);
    Visitor first = new Visitor(port).withCookie("parley_device", chosen).signUp("c1@example.org");
    Visitor second =
        new Visitor(port)
            .withCookie("parley_device", first.cookie("parley_device").orElseThrow())
            .signUp("c2@example.org");
    assertThat(
            List.of(
                chosen,
                first.cookie("parley_device").orElseThrow(),
                second.cookie("parley_device").orElseThrow()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aDeviceOfOneUserIsAStrangerToAnother() {
    new Visitor(port).signUp("victim@example.org");
    Visitor attacker = new Visitor(port).signUp("attacker@example.org");
    for (int i = 0; i < 10; i++) {
      assertThat(logIn(attacker, "victim@example.org", "guess guess").status()).isEqualTo(401);
    }
    assertThat(logIn(attacker, "victim@example.org", PASSWORD).status()).isEqualTo(429);
  }

  @Test
  void oneAddressThatGuessesAtManyAccountsIsRefusedAfterSixty() {
    Visitor attacker = new Visitor(port);
    for (int i = 0; i < 60; i++) {
      assertThat(logIn(attacker, "many" + i + "@example.org", "guess guess").status())
          .isEqualTo(401);
    }
    assertThat(logIn(attacker, "many60@example.org", "guess guess").status()).isEqualTo(429);
  }

  @Test
  void aSchoolBehindOneAddressLogsInAtEightOClock() {
    Visitor pupil = new Visitor(port).signUp("pupil@example.org");
    for (int i = 0; i < 100; i++) {
      assertThat(logIn(new Visitor(port), "pupil@example.org", PASSWORD).status()).isEqualTo(201);
    }
    assertThat(pupil.get("/api/v1/users/me").status()).isEqualTo(200);
  }

  @Test
  void findingOutWhichAddressesAreTakenStopsAfterTen() {
    new Visitor(port).signUp("known@example.org");
    for (int i = 0; i < 10; i++) {
      assertThat(signUp("known@example.org").code()).isEqualTo("email_taken");
    }
    assertThat(signUp("known@example.org").code()).isEqualTo("too_many_requests");
    assertThat(signUp("free@example.org").code()).isEqualTo("too_many_requests");
  }

  @Test
  void oneAddressMakesAHundredAccountsAnHour() {
    int made = 0;
    Answer answer = signUp("crowd0@example.org");
    while (answer.status() == 201 && made < 200) {
      answer = signUp("crowd" + ++made + "@example.org");
    }
    assertThat(made).isEqualTo(100);
    assertThat(answer.code()).isEqualTo("too_many_requests");
  }

  @Test
  void challengesForPasskeysAreCountedWhateverTheyAreFor() {
    Visitor visitor = new Visitor(port).signUp("challenges@example.org");
    for (int i = 0; i < 600; i++) {
      assertThat(visitor.post("/api/v1/sessions/passkey/options", Map.of()).status())
          .isEqualTo(200);
    }
    for (String options :
        List.of(
            "/api/v1/sessions/passkey/options",
            "/api/v1/sessions/current/proof/passkey-options",
            "/api/v1/users/me/passkeys/options")) {
      assertThat(visitor.post(options, Map.of()).status()).as(options).isEqualTo(429);
    }
  }

  private Answer signUp(String email) {
    return new Visitor(port)
        .post(
            "/api/v1/users",
            Map.of("email", email, "password", PASSWORD, "displayName", "Somebody"));
  }

  private Answer logIn(Visitor visitor, String email, String password) {
    return visitor.post("/api/v1/sessions", Map.of("email", email, "password", password));
  }

  private long hashes() {
    return meters.get("parley.password.hash").timer().count();
  }
}
