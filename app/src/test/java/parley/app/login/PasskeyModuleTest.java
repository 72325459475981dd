package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.PublicUrl;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

@ParleyTest
class PasskeyModuleTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String PASSKEYS = "/api/v1/users/me/passkeys";
  private static final String LOG_IN = "/api/v1/sessions/passkey";
  private static final String SECOND = "/api/v1/sessions/second-step";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired PublicUrl publicUrl;

  private TestPasskey passkey() {
    return new TestPasskey(publicUrl.base());
  }

  private Answer add(Visitor browser, TestPasskey passkey) {
    JsonNode options = browser.post(PASSKEYS + "/options", Map.of()).json();
    return browser.post(
        PASSKEYS, Map.of("name", "Chrome on Linux", "credential", passkey.create(options)));
  }

  private TestPasskey added(Visitor browser) {
    TestPasskey passkey = passkey();
    assertThat(add(browser, passkey).status()).isEqualTo(201);
    return passkey;
  }

  private JsonNode options() {
    return new Visitor(port).post(LOG_IN + "/options", Map.of()).json();
  }

  private Answer logIn(TestPasskey passkey) {
    passkey.counter++;
    return new Visitor(port).post(LOG_IN, passkey.get(options()));
  }

  @Test
  void aPasskeyAloneLetsSomebodyIn() {
    TestPasskey passkey = added(new Visitor(port).signUp("alone@example.org"));
    Visitor elsewhere = new Visitor(port);
    JsonNode options = elsewhere.post(LOG_IN + "/options", Map.of()).json();
    assertThat(options.path("rpId").asString()).isEqualTo("localhost");
    assertThat(options.path("userVerification").asString()).isEqualTo("required");
    assertThat(options.path("allowCredentials").size()).isZero();
    passkey.counter++;
    Answer in = elsewhere.post(LOG_IN, passkey.get(options));
    assertThat(in.status()).isEqualTo(201);
    assertThat(in.json().path("email").asString()).isEqualTo("alone@example.org");
    assertThat(elsewhere.get("/api/v1/users/me").status()).isEqualTo(200);
  }

  @Test
  void newOnesAreDiscoverableAndAskForTheUser() {
    Visitor browser = new Visitor(port).signUp("options@example.org");
    added(browser);
    JsonNode options = browser.post(PASSKEYS + "/options", Map.of()).json();
    JsonNode selection = options.path("authenticatorSelection");
    assertThat(selection.path("residentKey").asString()).isEqualTo("required");
    assertThat(selection.path("userVerification").asString()).isEqualTo("required");
    assertThat(options.path("rp").path("id").asString()).isEqualTo("localhost");
    assertThat(options.path("excludeCredentials").size()).isEqualTo(1);
  }

  @Test
  void aChallengeIsAnsweredOnce() {
    // Without a counter: only the challenge stands against a repetition.
    TestPasskey passkey = passkey();
    passkey.counter = 0;
    add(new Visitor(port).signUp("replay@example.org"), passkey);
    Map<String, Object> answer = passkey.get(options());
    assertThat(new Visitor(port).post(LOG_IN, answer).status()).isEqualTo(201);
    assertThat(new Visitor(port).post(LOG_IN, answer).code()).isEqualTo("passkey_refused");
  }

  @Test
  void aChallengeIsAnsweredOnceAmongFiftyAtTheSameMoment() throws Exception {
    TestPasskey passkey = passkey();
    passkey.counter = 0;
    add(new Visitor(port).signUp("fiftykeys@example.org"), passkey);
    Map<String, Object> answer = passkey.get(options());
    List<Callable<Integer>> calls =
        IntStream.range(0, 50)
            .mapToObj(
                i -> (Callable<Integer>) () -> new Visitor(port).post(LOG_IN, answer).status())
            .toList();
    try (var threads = Executors.newFixedThreadPool(50)) {
      List<Integer> statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
      assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
      assertThat(statuses.stream().filter(status -> status == 403)).hasSize(49);
    }
  }

  @Test
  void aChallengeHoldsForFiveMinutesAndOnlyForWhatItWasMade() {
    Visitor browser = new Visitor(port).signUp("holder@example.org");
    TestPasskey passkey = added(browser);
    JsonNode old = options();
    clock.advance(Duration.ofMinutes(5));
    passkey.counter++;
    assertThat(new Visitor(port).post(LOG_IN, passkey.get(old)).code())
        .isEqualTo("passkey_refused");
    JsonNode proof =
        browser.post("/api/v1/sessions/current/proof/passkey-options", Map.of()).json();
    passkey.counter++;
    assertThat(new Visitor(port).post(LOG_IN, passkey.get(proof)).code())
        .isEqualTo("passkey_refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"origin", "port", "scheme", "rpId", "verified", "present", "type", "handle"})
  void whatIsNotForUsOrNotByItsOwnerIsRefused(String bent) {
    Map<String, Consumer<TestPasskey>> bends =
        Map.of(
            "origin", passkey -> passkey.origin = "https://evil.example",
            "port", passkey -> passkey.origin = "http://localhost:1",
            "scheme", passkey -> passkey.origin = passkey.origin.replace("http:", "https:"),
            "rpId", passkey -> passkey.rpId = "evil.example",
            "verified", passkey -> passkey.verified = false,
            "present", passkey -> passkey.present = false,
            "type", passkey -> passkey.type = "payment.get",
            "handle", passkey -> passkey.handle = new byte[16]);
    Consumer<TestPasskey> bend = bends.get(bent);
    Visitor browser = new Visitor(port).signUp(bent + "@example.org");
    TestPasskey passkey = added(browser);
    bend.accept(passkey);
    assertThat(logIn(passkey).code()).isEqualTo("passkey_refused");
    if (!bent.equals("handle")) {
      TestPasskey fresh = passkey();
      bend.accept(fresh);
      assertThat(add(browser, fresh).code()).isEqualTo("passkey_refused");
    }
  }

  @Test
  void aSignatureOfAnotherKeyIsRefused() {
    TestPasskey passkey = added(new Visitor(port).signUp("signed@example.org"));
    TestPasskey forged = passkey();
    forged.counter = 9;
    forged.handle = passkey.handle;
    JsonNode options = options();
    Map<String, Object> real = passkey.get(options);
    Map<String, Object> fake =
        Map.of(
            "id", real.get("id"),
            "rawId", real.get("rawId"),
            "type", "public-key",
            "response", forged.get(options).get("response"),
            "clientExtensionResults", Map.of());
    assertThat(new Visitor(port).post(LOG_IN, fake).code()).isEqualTo("passkey_refused");
  }

  @Test
  void aCounterThatWentBackIsRefusedFlaggedAndTold() {
    Visitor browser = new Visitor(port).signUp("copied@example.org");
    TestPasskey passkey = added(browser);
    passkey.counter = 40;
    assertThat(logIn(passkey).status()).isEqualTo(201);
    passkey.counter = 7;
    assertThat(logIn(passkey).code()).isEqualTo("passkey_refused");
    JsonNode kept =
        browser.get("/api/v1/users/me/security").json().path("factors").path("passkeys").get(0);
    assertThat(kept.path("suspectSince").asString()).isNotEmpty();
    assertThat(subjects("copied@example.org")).contains("A passkey may have been copied");
  }

  @Test
  void aSuspendedUsersPasskeyOpensNothing() {
    TestPasskey passkey = added(new Visitor(port).signUp("suspended.key@example.org"));
    jdbc.sql("UPDATE users SET status = 'suspended' WHERE email = 'suspended.key@example.org'")
        .update();
    assertThat(logIn(passkey).code()).isEqualTo("account_suspended");
  }

  @Test
  void aPasskeyIsTwoFactorsAlready() {
    Visitor browser = new Visitor(port).signUp("both@example.org");
    TestPasskey passkey = added(browser);
    Answer on = browser.put("/api/v1/users/me/passkey-step", Map.of());
    assertThat(on.status()).isEqualTo(200);
    assertThat(on.json().path("recoveryCodes").size()).isEqualTo(10);
    assertThat(twoFa("both@example.org")).isTrue();
    assertThat(logIn(passkey).status()).isEqualTo(201);
  }

  @Test
  void aPasskeyCanBeTheSecondStep() {
    Visitor browser = new Visitor(port).signUp("step@example.org");
    TestPasskey passkey = added(browser);
    TestPasskey others = added(new Visitor(port).signUp("stepother@example.org"));
    browser.put("/api/v1/users/me/passkey-step", Map.of());
    Visitor visitor = new Visitor(port);
    Answer due =
        visitor.post("/api/v1/sessions", Map.of("email", "step@example.org", "password", PASSWORD));
    assertThat(due.json().path("secondStep").toString())
        .isEqualTo("[\"passkey\",\"recovery_code\"]");
    JsonNode options = visitor.post(SECOND + "/passkey-options", Map.of()).json();
    assertThat(options.path("allowCredentials").size()).isEqualTo(1);
    others.counter++;
    assertThat(visitor.post(SECOND, Map.of("passkey", others.get(options))).code())
        .isEqualTo("passkey_refused");
    JsonNode again = visitor.post(SECOND + "/passkey-options", Map.of()).json();
    passkey.counter++;
    Answer in = visitor.post(SECOND, Map.of("passkey", passkey.get(again)));
    assertThat(in.status()).isEqualTo(201);
    assertThat(visitor.get("/api/v1/users/me").status()).isEqualTo(200);
  }

  @Test
  void theOnlySecondStepIsNotTakenAway() {
    Visitor browser = new Visitor(port).signUp("onlystep@example.org");
    assertThat(browser.put("/api/v1/users/me/passkey-step", Map.of()).code())
        .isEqualTo("no_passkey");
    added(browser);
    browser.put("/api/v1/users/me/passkey-step", Map.of());
    String id = ids(browser).getFirst();
    assertThat(browser.delete(PASSKEYS + "/" + id).code()).isEqualTo("last_second_step");
    assertThat(browser.delete("/api/v1/users/me/passkey-step").status()).isEqualTo(204);
    assertThat(twoFa("onlystep@example.org")).isFalse();
    assertThat(browser.delete(PASSKEYS + "/" + id).status()).isEqualTo(204);
  }

  @Test
  void withoutAnythingForTheSecondStepThePasswordStillOpensNothing() {
    Visitor browser = new Visitor(port).signUp("bare@example.org");
    added(browser);
    browser.put("/api/v1/users/me/passkey-step", Map.of());
    for (String table : List.of("passkeys", "recovery_codes")) {
      jdbc.sql(
              "DELETE FROM "
                  + table
                  + " WHERE user_id = (SELECT id FROM users WHERE email = 'bare@example.org')")
          .update();
    }
    Visitor visitor = new Visitor(port);
    Answer answer =
        visitor.post("/api/v1/sessions", Map.of("email", "bare@example.org", "password", PASSWORD));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(visitor.cookie("parley_session")).isEmpty();
    clock.advance(Duration.ofMinutes(11));
    assertThat(
            browser.post("/api/v1/sessions/current/proof", Map.of("password", PASSWORD)).status())
        .isEqualTo(403);
  }

  @Test
  void theStepIsNotTurnedOnWhileItsPasskeyGoes() throws Exception {
    Visitor browser = new Visitor(port).signUp("stepRace@example.org");
    // Each renews the token of its own session.
    Visitor other = new Visitor(port);
    other.post(
        "/api/v1/sessions",
        Map.of("email", "stepRace@example.org", "password", "correct horse battery"));
    for (int round = 0; round < 20; round++) {
      added(browser);
      String id = ids(browser).getFirst();
      List<Callable<Integer>> calls =
          List.of(
              () -> browser.put("/api/v1/users/me/passkey-step", Map.of()).status(),
              () -> other.delete(PASSKEYS + "/" + id).status());
      try (var threads = Executors.newFixedThreadPool(2)) {
        List<Integer> statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        assertThat(statuses).isIn(List.of(200, 409), List.of(409, 204));
      }
      browser.delete("/api/v1/users/me/passkey-step");
      ids(browser).forEach(left -> browser.delete(PASSKEYS + "/" + left));
    }
  }

  @Test
  void theLastWayInIsNotTakenAway() {
    Visitor browser = new Visitor(port).signUp("lastway@example.org");
    TestPasskey first = added(browser);
    clock.advance(Duration.ofSeconds(1));
    TestPasskey second = added(browser);
    jdbc.sql("UPDATE users SET password_hash = NULL WHERE email = 'lastway@example.org'").update();
    List<String> ids = ids(browser);
    assertThat(browser.delete(PASSKEYS + "/" + ids.getFirst()).status()).isEqualTo(204);
    assertThat(browser.delete(PASSKEYS + "/" + ids.getLast()).code()).isEqualTo("last_way_in");
    assertThat(logIn(first).code()).isEqualTo("passkey_unknown");
    assertThat(logIn(second).status()).isEqualTo(201);
  }

  @Test
  void twoPasskeysAreNotBothTakenAwayAtTheSameMoment() throws Exception {
    Visitor browser = new Visitor(port).signUp("race@example.org");
    // Each renews the token of its own session.
    Visitor other = new Visitor(port);
    other.post(
        "/api/v1/sessions",
        Map.of("email", "race@example.org", "password", "correct horse battery"));
    added(browser);
    added(browser);
    jdbc.sql("UPDATE users SET password_hash = NULL WHERE email = 'race@example.org'").update();
    List<String> ids = ids(browser);
    List<Callable<Integer>> calls =
        List.of(
            () -> browser.delete(PASSKEYS + "/" + ids.getFirst()).status(),
            () -> other.delete(PASSKEYS + "/" + ids.getLast()).status());
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Integer> statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
      assertThat(statuses).containsExactlyInAnyOrder(204, 409);
    }
  }

  @Test
  void aPasskeyIsNamedRenamedAndOnlyItsOwners() {
    Visitor browser = new Visitor(port).signUp("named@example.org");
    added(browser);
    String id = ids(browser).getFirst();
    assertThat(names(browser)).containsExactly("Chrome on Linux");
    assertThat(browser.patch(PASSKEYS + "/" + id, Map.of("name", "Work laptop")).status())
        .isEqualTo(204);
    assertThat(names(browser)).containsExactly("Work laptop");
    assertThat(browser.patch(PASSKEYS + "/" + id, Map.of("name", "a\nb")).status()).isEqualTo(400);
    Visitor other = new Visitor(port).signUp("stranger@example.org");
    assertThat(other.patch(PASSKEYS + "/" + id, Map.of("name", "Mine")).status()).isEqualTo(404);
    assertThat(other.delete(PASSKEYS + "/" + id).status()).isEqualTo(404);
    assertThat(other.delete(PASSKEYS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void oneAuthenticatorIsNotAddedTwice() {
    Visitor browser = new Visitor(port).signUp("twice@example.org");
    TestPasskey passkey = added(browser);
    assertThat(add(browser, passkey).code()).isEqualTo("passkey_known");
    assertThat(add(new Visitor(port).signUp("thief@example.org"), passkey).code())
        .isEqualTo("passkey_known");
  }

  @Test
  void aPasskeyConfirmsThatItIsYou() {
    Visitor browser = new Visitor(port).signUp("proofkey@example.org");
    TestPasskey passkey = added(browser);
    clock.advance(Duration.ofMinutes(11));
    Answer needed = browser.post(PASSKEYS + "/options", Map.of());
    assertThat(needed.json().path("ways").toString()).isEqualTo("[\"password\",\"passkey\"]");
    JsonNode options =
        browser.post("/api/v1/sessions/current/proof/passkey-options", Map.of()).json();
    passkey.counter++;
    Answer proven =
        browser.post("/api/v1/sessions/current/proof", Map.of("passkey", passkey.get(options)));
    assertThat(proven.status()).isEqualTo(200);
    assertThat(browser.post(PASSKEYS + "/options", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void nonsenseIsRefusedAndNoError() {
    for (Object nonsense :
        List.of(
            Map.of(),
            List.of(),
            Map.of("id", "x"),
            Map.of("id", "AA", "rawId", "AA", "type", "public-key", "response", Map.of()),
            Map.of(
                "id", "AA",
                "rawId", "AA",
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response",
                    Map.of(
                        "clientDataJSON", "e30",
                        "authenticatorData", "AA",
                        "signature", "AA")))) {
      Answer answer = new Visitor(port).post(LOG_IN, nonsense);
      assertThat(answer.status()).as(nonsense.toString()).isEqualTo(403);
    }
  }

  private List<String> ids(Visitor browser) {
    return passkeys(browser).map(passkey -> passkey.path("id").asString()).toList();
  }

  private List<String> names(Visitor browser) {
    return passkeys(browser).map(passkey -> passkey.path("name").asString()).toList();
  }

  private static java.util.stream.Stream<JsonNode> passkeys(Visitor browser) {
    return browser
        .get("/api/v1/users/me/security")
        .json()
        .path("factors")
        .path("passkeys")
        .valueStream();
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
}
