package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.testing.Overlap;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import parley.app.users.Users;
import tools.jackson.databind.JsonNode;

@ParleyTest
class SecondStepModuleTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String ME = "/api/v1/users/me";
  private static final String SECOND = "/api/v1/sessions/second-step";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;
  @Autowired TransactionTemplate transaction;
  @Autowired Users users;
  @Autowired Sessions sessions;

  /** Somebody whose log-in takes two steps. */
  private record Person(Visitor browser, String email, TestApp app, List<String> recoveryCodes) {}

  private Person withApp(String name) {
    String email = name + "@example.org";
    Visitor browser = new Visitor(port).signUp(email);
    Answer setup = browser.post(ME + "/authenticator-app", Map.of());
    assertThat(setup.status()).isEqualTo(201);
    var app = new TestApp(setup.json().path("secret").asString());
    Answer on =
        browser.post(
            ME + "/authenticator-app/confirmation", Map.of("code", app.codeAt(clock.instant())));
    assertThat(on.status()).isEqualTo(200);
    List<String> codes =
        on.json().path("recoveryCodes").valueStream().map(JsonNode::asString).toList();
    clock.advance(Duration.ofSeconds(30));
    return new Person(browser, email, app, codes);
  }

  private Visitor firstStep(Person person) {
    Visitor visitor = new Visitor(port);
    Answer answer =
        visitor.post("/api/v1/sessions", Map.of("email", person.email(), "password", PASSWORD));
    assertThat(answer.status()).isEqualTo(202);
    return visitor;
  }

  private Answer code(Visitor visitor, String code) {
    return visitor.post(SECOND, Map.of("code", code));
  }

  @Test
  void thePasswordAloneOpensNothing() {
    Person person = withApp("two");
    Visitor visitor = new Visitor(port);
    Answer answer =
        visitor.post("/api/v1/sessions", Map.of("email", person.email(), "password", PASSWORD));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("secondStep").toString())
        .isEqualTo("[\"totp\",\"recovery_code\"]");
    assertThat(answer.header("Set-Cookie")).contains("parley_login=").contains("HttpOnly");
    assertThat(visitor.cookie("parley_session")).isEmpty();
    assertThat(visitor.get(ME).status()).isEqualTo(401);
    assertThat(visitor.get(SECOND).json().path("ways").size()).isEqualTo(2);
    Answer in = code(visitor, person.app().codeAt(clock.instant()));
    assertThat(in.status()).isEqualTo(201);
    assertThat(in.json().path("email").asString()).isEqualTo(person.email());
    assertThat(visitor.get(ME).status()).isEqualTo(200);
    assertThat(visitor.cookie("parley_login")).isEmpty();
  }

  @Test
  void itIsNotOnBeforeTheAppHasShownACode() {
    Visitor browser = new Visitor(port).signUp("notyet@example.org");
    Answer setup = browser.post(ME + "/authenticator-app", Map.of());
    assertThat(setup.json().path("uri").asString())
        .startsWith("otpauth://totp/Parley%20%28localhost%29:notyet%40example.org?secret=")
        .endsWith("&issuer=Parley%20%28localhost%29");
    assertThat(setup.json().path("qr").path("path").asString()).startsWith("M0 0h1v1h-1z");
    Answer wrong = browser.post(ME + "/authenticator-app/confirmation", Map.of("code", "000000"));
    assertThat(wrong.code()).isEqualTo("wrong_code");
    assertThat(twoFa("notyet@example.org")).isFalse();
    Answer in =
        new Visitor(port)
            .post("/api/v1/sessions", Map.of("email", "notyet@example.org", "password", PASSWORD));
    assertThat(in.status()).isEqualTo(201);
  }

  @Test
  void aSetUpThatTookTooLongIsStartedAgain() {
    Visitor browser = new Visitor(port).signUp("late@example.org");
    Answer setup = browser.post(ME + "/authenticator-app", Map.of());
    var app = new TestApp(setup.json().path("secret").asString());
    clock.advance(Duration.ofHours(2));
    browser.post("/api/v1/sessions/current/proof", Map.of("password", PASSWORD));
    Answer late =
        browser.post(
            ME + "/authenticator-app/confirmation", Map.of("code", app.codeAt(clock.instant())));
    assertThat(late.code()).isEqualTo("setup_expired");
  }

  @Test
  void theFlagTellsTheTruthAndTheOwnerIsToldByMail() {
    Person person = withApp("flag");
    assertThat(twoFa(person.email())).isTrue();
    assertThat(subjects(person.email())).contains("An authenticator app was turned on");
    assertThat(person.browser().delete(ME + "/authenticator-app").status()).isEqualTo(204);
    assertThat(twoFa(person.email())).isFalse();
    assertThat(subjects(person.email())).contains("The authenticator app was turned off");
    Visitor visitor = new Visitor(port);
    Answer in =
        visitor.post("/api/v1/sessions", Map.of("email", person.email(), "password", PASSWORD));
    assertThat(in.status()).isEqualTo(201);
    assertThat(
            jdbc.sql(
                    """
                    SELECT entity_type || ' ' || action FROM audit_logs
                    WHERE actor_user_id = (SELECT id FROM users WHERE email = :email)
                      AND (entity_type = 'authenticator_app' OR after::text LIKE '%twoFaEnabled%')
                    """)
                .param("email", person.email())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "authenticator_app created",
            "user updated",
            "authenticator_app deleted",
            "user updated");
  }

  @Test
  void theSecretIsSealedInTheDatabase() {
    Person person = withApp("sealed");
    byte[] secret = org.bouncycastle.util.encoders.Base32.decode(person.app().secret());
    byte[] kept =
        jdbc.sql(
                """
                SELECT secret_sealed FROM authenticator_apps
                WHERE user_id = (SELECT id FROM users WHERE email = :email)
                """)
            .param("email", person.email())
            .query(byte[].class)
            .single();
    assertThat(java.util.HexFormat.of().formatHex(kept))
        .doesNotContain(java.util.HexFormat.of().formatHex(secret));
  }

  @Test
  void aCodeWorksForItsStepAndTheNextOne() {
    Person person = withApp("window");
    String code = person.app().codeAt(clock.instant());
    clock.advance(Duration.ofSeconds(30));
    assertThat(code(firstStep(person), code).status()).isEqualTo(201);
    String older = person.app().codeAt(clock.instant());
    clock.advance(Duration.ofSeconds(60));
    assertThat(code(firstStep(person), older).code()).isEqualTo("wrong_code");
  }

  @Test
  void aPhoneThatIsAFewSecondsFastIsLetInAndOneThatIsAMinuteFastIsNot() {
    Person person = withApp("fast");
    String afterNext = person.app().codeAt(clock.instant().plusSeconds(60));
    assertThat(code(firstStep(person), afterNext).code()).isEqualTo("wrong_code");
    String next = person.app().codeAt(clock.instant().plusSeconds(30));
    assertThat(code(firstStep(person), next).status()).isEqualTo(201);
    assertThat(code(firstStep(person), next).code()).isEqualTo("wrong_code");
    clock.advance(Duration.ofSeconds(30));
    assertThat(code(firstStep(person), next).code()).isEqualTo("wrong_code");
    String itsNext = person.app().codeAt(clock.instant().plusSeconds(30));
    assertThat(code(firstStep(person), itsNext).status()).isEqualTo(201);
  }

  @Test
  void aCodeWorksOnce() {
    Person person = withApp("once");
    String code = person.app().codeAt(clock.instant());
    assertThat(code(firstStep(person), code).status()).isEqualTo(201);
    assertThat(code(firstStep(person), code).code()).isEqualTo("wrong_code");
    clock.advance(Duration.ofSeconds(30));
    assertThat(code(firstStep(person), code).code()).isEqualTo("wrong_code");
  }

  @ParameterizedTest
  @ValueSource(ints = {-30, 0, 30})
  void aCodeWorksOnceAmongFiftyAtTheSameMoment(int secondsAhead) throws Exception {
    Person person = withApp("fifty" + secondsAhead);
    clock.advance(Duration.ofSeconds(30));
    List<Visitor> visitors = IntStream.range(0, 50).mapToObj(i -> firstStep(person)).toList();
    String code = person.app().codeAt(clock.instant().plusSeconds(secondsAhead));
    List<Integer> statuses =
        atOnce(
            visitors.stream()
                .map(visitor -> (Callable<Integer>) () -> code(visitor, code).status())
                .toList());
    assertThat(statuses).hasSize(50);
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    assertThat(Set.copyOf(statuses)).isSubsetOf(Set.of(201, 403, 429));
  }

  @Test
  void aRecoveryCodeWorksOnceAmongFiftyAtTheSameMoment() throws Exception {
    Person person = withApp("recovery");
    List<Visitor> visitors = IntStream.range(0, 50).mapToObj(i -> firstStep(person)).toList();
    String code = person.recoveryCodes().getFirst();
    List<Integer> statuses =
        atOnce(
            visitors.stream()
                .map(visitor ->
                    (Callable<Integer>)
                        () -> visitor.post(SECOND, Map.of("recoveryCode", code)).status())
                .toList());
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    assertThat(statuses.stream().filter(status -> status == 403)).hasSize(49);
  }

  @Test
  void afterEveryFiveWrongCodesEvenTheRightOneWaitsLonger() {
    Person person = withApp("locked");
    for (int minutes : new int[] {1, 5, 15, 60, 60}) {
      fiveWrongCodes(person);
      Answer locked = code(firstStep(person), person.app().codeAt(clock.instant()));
      assertThat(locked.status()).isEqualTo(429);
      assertThat(locked.header("Retry-After")).isEqualTo(String.valueOf(minutes * 60));
      clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
      locked = code(firstStep(person), person.app().codeAt(clock.instant()));
      assertThat(locked.header("Retry-After")).isEqualTo("1");
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(code(firstStep(person), person.app().codeAt(clock.instant())).status())
        .isEqualTo(201);
    fiveWrongCodes(person);
    assertThat(code(firstStep(person), "000000").header("Retry-After")).isEqualTo("60");
  }

  @Test
  void afterAQuietDayTheLocksBeginAnew() {
    Person person = withApp("quiet");
    fiveWrongCodes(person);
    clock.advance(Duration.ofMinutes(1));
    fiveWrongCodes(person);
    clock.advance(Duration.ofDays(1));
    fiveWrongCodes(person);
    assertThat(code(firstStep(person), "000000").header("Retry-After")).isEqualTo("60");
  }

  @Test
  void theOwnerIsToldOfTheFirstLockOnce() {
    String told = "Five wrong codes at your second step";
    Person person = withApp("toldoflock");
    for (int i = 0; i < 4; i++) {
      code(firstStep(person), "000000");
    }
    assertThat(subjects(person.email())).doesNotContain(told);
    code(firstStep(person), "000000");
    clock.advance(Duration.ofMinutes(1));
    fiveWrongCodes(person);
    assertThat(subjects(person.email())).containsOnlyOnce(told);
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*) FROM audit_logs JOIN users ON users.id::text = entity_id
                    WHERE entity_type = 'authenticator_app' AND action = 'locked' AND email = :email
                    """)
                .param("email", person.email())
                .query(Long.class)
                .single())
        .isOne();
    assertThat(person.browser().get(ME + "/security").json().path("events").toString())
        .containsOnlyOnce("authenticator_app.locked");
  }

  private void fiveWrongCodes(Person person) {
    for (int i = 0; i < 5; i++) {
      assertThat(code(firstStep(person), "00000" + i).status()).isEqualTo(403);
    }
  }

  @Test
  void whoGuessesFromElsewhereDoesNotLockTheOwnerOut() {
    Person person = withApp("owner");
    for (int i = 0; i < 6; i++) {
      code(firstStep(person), "00000" + i);
    }
    Visitor own = person.browser();
    own.post("/api/v1/sessions", Map.of("email", person.email(), "password", PASSWORD));
    assertThat(code(own, person.app().codeAt(clock.instant())).status()).isEqualTo(201);
    Visitor elsewhere = firstStep(person);
    Answer recovered =
        elsewhere.post(SECOND, Map.of("recoveryCode", person.recoveryCodes().getLast()));
    assertThat(recovered.status()).isEqualTo(201);
  }

  @Test
  void wrongCodesAtOnceAreFiveToo() throws Exception {
    Person person = withApp("parallel");
    List<Visitor> visitors = IntStream.range(0, 30).mapToObj(i -> firstStep(person)).toList();
    List<Integer> statuses =
        atOnce(
            visitors.stream()
                .map(visitor -> (Callable<Integer>) () -> code(visitor, "000000").status())
                .toList());
    assertThat(statuses.stream().filter(status -> status == 403)).hasSize(5);
    assertThat(statuses.stream().filter(status -> status == 429)).hasSize(25);
  }

  @Test
  void aBegunLogInEndsAfterFiveMinutesFiveTriesAndItsUse() {
    Person person = withApp("pending");
    Visitor slow = firstStep(person);
    clock.advance(Duration.ofMinutes(5));
    assertThat(code(slow, person.app().codeAt(clock.instant())).code())
        .isEqualTo("second_step_over");

    Visitor wrong = firstStep(person);
    for (int i = 0; i < 5; i++) {
      wrong.post(SECOND, Map.of("recoveryCode", "aaaaa-aaaa" + i));
    }
    assertThat(wrong.post(SECOND, Map.of("recoveryCode", person.recoveryCodes().getFirst())).code())
        .isEqualTo("second_step_over");

    Visitor used = firstStep(person);
    String cookie = used.cookie("parley_login").orElseThrow();
    assertThat(code(used, person.app().codeAt(clock.instant())).status()).isEqualTo(201);
    clock.advance(Duration.ofSeconds(30));
    Visitor again = new Visitor(port).withCookie("parley_login", cookie);
    assertThat(code(again, person.app().codeAt(clock.instant())).code())
        .isEqualTo("second_step_over");
  }

  @Test
  void aBegunLogInIsOfNoUseToAnotherBrowserOrPerson() {
    Person person = withApp("bound");
    firstStep(person);
    Visitor other = new Visitor(port);
    assertThat(code(other, person.app().codeAt(clock.instant())).code())
        .isEqualTo("second_step_over");
    Person mallory = withApp("mallory");
    Visitor victim = firstStep(person);
    assertThat(code(victim, mallory.app().codeAt(clock.instant())).code()).isEqualTo("wrong_code");
  }

  @Test
  void whoIsSuspendedBetweenTheStepsStaysOutside() {
    Person person = withApp("between");
    Visitor visitor = firstStep(person);
    jdbc.sql("UPDATE users SET status = 'suspended' WHERE email = :email")
        .param("email", person.email())
        .update();
    assertThat(code(visitor, person.app().codeAt(clock.instant())).code())
        .isEqualTo("account_suspended");
    assertThat(visitor.cookie("parley_session")).isEmpty();
  }

  @Test
  void aDeletedAccountIsRestoredOnlyAfterTheSecondStep() {
    Person person = withApp("leaving");
    jdbc.sql("UPDATE users SET status = 'deleted', deleted_at = :now WHERE email = :email")
        .param("now", java.time.OffsetDateTime.now(clock))
        .param("email", person.email())
        .update();
    Visitor visitor = firstStep(person);
    Answer answer = code(visitor, person.app().codeAt(clock.instant()));
    assertThat(answer.code()).isEqualTo("account_deleted");
    assertThat(answer.json().path("restoreToken").asString()).isNotEmpty();
    assertThat(visitor.cookie("parley_session")).isEmpty();
  }

  @Test
  void anotherPasswordEndsLogInsThatWereBegunWithTheOldOne() {
    Person person = withApp("oldone");
    Visitor visitor = firstStep(person);
    assertThat(
            person
                .browser()
                .put(ME + "/password", Map.of("password", "seven green lanterns hum"))
                .status())
        .isEqualTo(204);
    assertThat(code(visitor, person.app().codeAt(clock.instant())).code())
        .isEqualTo("second_step_over");
  }

  @Test
  void itDoesSoAlsoWhileTheSecondStepIsMade() throws Exception {
    Person person = withApp("overlap");
    UUID id = Staffing.idOf(person.browser());
    Visitor visitor = firstStep(person);
    Answer answer =
        new Overlap(transaction, database)
            .run(
                () -> users.hold(id),
                () -> code(visitor, person.app().codeAt(clock.instant())),
                () -> sessions.endAll(id));
    assertThat(answer.code()).isEqualTo("second_step_over");
    assertThat(person.browser().get(ME).status()).isEqualTo(401);
  }

  @Test
  void recoveryCodesAreShownOnceCountedAndReplaced() {
    Person person = withApp("ten");
    assertThat(person.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
    assertThat(person.recoveryCodes()).allMatch(code -> code.matches("[a-z2-9]{5}-[a-z2-9]{5}"));
    String typed =
        person.recoveryCodes().get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(firstStep(person).post(SECOND, Map.of("recoveryCode", typed)).status())
        .isEqualTo(201);
    JsonNode factors = person.browser().get(ME + "/security").json().path("factors");
    assertThat(factors.path("recoveryCodesLeft").asInt()).isEqualTo(9);
    Answer fresh = person.browser().post(ME + "/recovery-codes", Map.of());
    assertThat(fresh.json().path("recoveryCodes").size()).isEqualTo(10);
    Answer old =
        firstStep(person).post(SECOND, Map.of("recoveryCode", person.recoveryCodes().getFirst()));
    assertThat(old.code()).isEqualTo("wrong_code");
    assertThat(subjects(person.email()))
        .contains("A recovery code was used", "New recovery codes were made");
  }

  @Test
  void tenRecoveryCodesHoldHoweverOftenTheyAreAskedForAtOnce() throws Exception {
    Person person = withApp("codesAtOnce");
    Callable<Integer> ask = () -> person.browser().post(ME + "/recovery-codes", Map.of()).status();
    // Each that succeeds renews the session's token, and one that was on its way is refused by it.
    assertThat(atOnce(Stream.generate(() -> ask).limit(8).toList()))
        .contains(201)
        .isSubsetOf(201, 401);
    assertThat(
            JdbcClient.create(database.owner())
                .sql(
                    """
                    SELECT count(*) FROM recovery_codes c JOIN users u ON u.id = c.user_id
                    WHERE lower(u.email) = 'codesatonce@example.org'
                    """)
                .query(Long.class)
                .single())
        .isEqualTo(10);
  }

  @Test
  void anAppIsNotOnWithoutItsRecoveryCodes() {
    Visitor browser = new Visitor(port).signUp("halfway@example.org");
    Answer setup = browser.post(ME + "/authenticator-app", Map.of());
    var app = new TestApp(setup.json().path("secret").asString());
    JdbcClient owner = JdbcClient.create(database.owner());
    owner.sql("ALTER TABLE recovery_codes ADD CONSTRAINT none CHECK (false) NOT VALID").update();
    try {
      browser.post(
          ME + "/authenticator-app/confirmation", Map.of("code", app.codeAt(clock.instant())));
    } finally {
      owner.sql("ALTER TABLE recovery_codes DROP CONSTRAINT none").update();
    }
    Answer in =
        new Visitor(port)
            .post("/api/v1/sessions", Map.of("email", "halfway@example.org", "password", PASSWORD));
    assertThat(in.status()).isEqualTo(201);
  }

  @Test
  void whoConfirmsToBeThemselvesShowsBoth() {
    Person person = withApp("proof");
    clock.advance(Duration.ofMinutes(11));
    Visitor browser = person.browser();
    String proof = "/api/v1/sessions/current/proof";
    Answer needed = browser.post(ME + "/recovery-codes", Map.of());
    assertThat(needed.json().path("second").toString()).isEqualTo("[\"totp\",\"recovery_code\"]");
    assertThat(browser.post(proof, Map.of("password", PASSWORD)).status()).isEqualTo(400);
    assertThat(browser.post(proof, Map.of("password", PASSWORD, "code", "000000")).code())
        .isEqualTo("wrong_code");
    assertThat(browser.post(ME + "/recovery-codes", Map.of()).status()).isEqualTo(403);
    String code = person.app().codeAt(clock.instant());
    assertThat(browser.post(proof, Map.of("password", "wrong wrong", "code", code)).code())
        .isEqualTo("wrong_password");
    assertThat(browser.post(proof, Map.of("password", PASSWORD, "code", code)).status())
        .isEqualTo(200);
    assertThat(browser.post(ME + "/recovery-codes", Map.of()).status()).isEqualTo(201);
  }

  @Test
  void theOwnerSeesWhatJustHappened() {
    Person person = withApp("events");
    code(firstStep(person), "000000");
    List<String> kinds =
        person
            .browser()
            .get(ME + "/security")
            .json()
            .path("events")
            .valueStream()
            .map(event -> event.path("kind").asString())
            .toList();
    assertThat(kinds)
        .containsExactly("user.login_failed", "authenticator_app.created", "user.logged_in");
  }

  private boolean twoFa(String email) {
    return jdbc.sql("SELECT two_fa_enabled FROM users WHERE email = :email")
        .param("email", email)
        .query(Boolean.class)
        .single();
  }

  private List<String> subjects(String email) {
    return jdbc.sql("SELECT subject FROM outgoing_mails WHERE recipient = :email ORDER BY id")
        .param("email", email)
        .query(String.class)
        .list();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}
