package parley.app.login.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import parley.app.testing.Mailbox;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

/** Against a real OpenID Connect server: discovery, code, PKCE, signed tokens. */
@ParleyTest
class SocialLoginModuleTest {
  private static final MockOAuth2Server server = start();
  private static final String WORK = "/api/v1/social-logins/work";
  private static final String LINKED = "/api/v1/users/me/linked-accounts";
  private static final String PASSWORD = "correct horse battery";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  private DefaultOAuth2TokenCallback visitor = new DefaultOAuth2TokenCallback();

  @DynamicPropertySource
  static void providers(DynamicPropertyRegistry settings) {
    settings.add("parley.public-url", () -> "https://meet.example.net");
    for (String id : List.of("work", "other")) {
      settings.add(
          "parley.login.providers." + id + ".issuer", () -> server.issuerUrl(id).toString());
      settings.add("parley.login.providers." + id + ".client-id", () -> "parley");
      settings.add("parley.login.providers." + id + ".client-secret", () -> "secret");
    }
    settings.add("parley.login.providers.work.name", () -> "Example account");
  }

  @AfterAll
  static void stop() {
    server.shutdown();
  }

  @Test
  void buttonsAreThereForWhatIsConfigured() {
    assertThat(new Visitor(port).get("/api/v1/config").json().path("providers").toString())
        .contains("{\"id\":\"work\",\"name\":\"Example account\"}", "\"id\":\"other\"");
  }

  @Test
  void theBrowserIsSentWithStateNonceAndAChallengeToTheExactAddress() {
    Map<String, String> query = query(begin(new Visitor(port)));
    assertThat(query.get("redirect_uri")).isEqualTo("https://meet.example.net/login/from/work");
    assertThat(query.get("code_challenge_method")).isEqualTo("S256");
    assertThat(query.get("code_challenge")).hasSize(43);
    assertThat(query.get("state")).hasSize(43);
    assertThat(query.get("nonce")).isNotBlank();
    assertThat(query.get("scope").split(" ")).contains("openid", "email");
  }

  @Test
  void noHeaderChangesWhereTheProviderSendsPeople() {
    Visitor poisoner =
        new Visitor(port)
            .with("X-Forwarded-Host", "evil.example")
            .with("Forwarded", "host=evil.example");
    assertThat(begin(poisoner).toString()).doesNotContain("evil.example");
  }

  @Test
  void somebodyNewGetsAnAccountThatTellsTheTruth() {
    Visitor visitor = new Visitor(port);
    Answer in =
        logIn(
            visitor,
            "s-new",
            Map.of("email", "new@example.org", "email_verified", true, "name", "Grace Hopper"));
    assertThat(in.status()).as(in.json().toString()).isEqualTo(201);
    assertThat(in.json().path("emailVerified").asBoolean()).isTrue();
    assertThat(in.json().path("displayName").asString()).isEqualTo("Grace Hopper");
    Map<String, Object> row =
        jdbc.sql("SELECT * FROM users WHERE email = 'new@example.org'").query().singleRow();
    assertThat(row.get("signup_source")).isEqualTo("work");
    assertThat(row.get("password_hash")).isNull();
    assertThat(row.get("last_login_at")).isNotNull();
    Answer again = logIn(new Visitor(port), "s-new", Map.of("email", "moved@example.org"));
    assertThat(again.json().path("email").asString()).isEqualTo("new@example.org");
  }

  @Test
  void anUnverifiedAddressThereIsUnverifiedHere() {
    Answer in = logIn(new Visitor(port), "s-unv", Map.of("email", "unv@example.org"));
    assertThat(in.status()).isEqualTo(201);
    assertThat(in.json().path("emailVerified").asBoolean()).isFalse();
    new Mailbox(jdbc, "unv@example.org").token("/verify");
  }

  @Test
  void anAccountIsLinkedOnlyIfItsAddressIsProvenOnBothSides() {
    new Visitor(port).signUp("both@example.org");
    Map<String, Object> theirs = Map.of("email", "Both@example.org", "email_verified", true);
    assertThat(logIn(new Visitor(port), "s-both", theirs).code()).isEqualTo("link_needed");
    verify("both@example.org");
    assertThat(logIn(new Visitor(port), "s-bad", Map.of("email", "both@example.org")).code())
        .isEqualTo("link_needed");
    assertThat(
            logIn(
                    new Visitor(port),
                    "s-bad2",
                    Map.of("email", "both@example.org", "email_verified", false))
                .code())
        .isEqualTo("link_needed");
    Answer in = logIn(new Visitor(port), "s-both", theirs);
    assertThat(in.status()).isEqualTo(201);
    assertThat(in.json().path("email").asString()).isEqualTo("both@example.org");
    assertThat(new Mailbox(jdbc, "both@example.org").subjects())
        .contains("Example account opens your Parley account now");
    assertThat(count("SELECT count(*) FROM linked_accounts WHERE subject LIKE 's-bad%'")).isZero();
  }

  @Test
  void whoIsLoggedInLinksAndUnlinksButNeverTheLastWayIn() {
    Visitor user = signedUp("linker@example.org");
    Answer linked = link(user, "s-linker", Map.of("email", "elsewhere@example.net"));
    assertThat(linked.json().path("outcome").asString()).isEqualTo("linked");
    assertThat(user.get(LINKED).json().path("items").get(0).path("email").asString())
        .isEqualTo("elsewhere@example.net");
    assertThat(logIn(new Visitor(port), "s-linker", Map.of()).status()).isEqualTo(201);
    assertThat(user.delete(LINKED + "/work").status()).isEqualTo(204);
    assertThat(user.delete(LINKED + "/work").status()).isEqualTo(404);
    Visitor social = new Visitor(port);
    logIn(social, "s-only", Map.of("email", "only@example.org", "email_verified", true));
    assertThat(social.delete(LINKED + "/work").code()).isEqualTo("last_way_in");
    assertThat(social.put("/api/v1/users/me/password", Map.of("password", PASSWORD)).status())
        .isEqualTo(204);
    assertThat(social.delete(LINKED + "/work").status()).isEqualTo(204);
    assertThat(
            new Visitor(port)
                .post("/api/v1/sessions", Map.of("email", "only@example.org", "password", PASSWORD))
                .status())
        .isEqualTo(201);
  }

  @Test
  void oneAccountThereOpensOneHere() {
    Visitor first = signedUp("first@example.org");
    assertThat(link(first, "s-shared", Map.of()).status()).isEqualTo(200);
    Visitor second = signedUp("second@example.org");
    assertThat(link(second, "s-shared", Map.of()).code()).isEqualTo("already_linked");
  }

  @Test
  void linkingNeedsAFreshProof() {
    Visitor user = new Visitor(port).signUp("stale@example.org");
    clock.advance(Duration.ofMinutes(11));
    assertThat(user.post(LINKED + "/work", Map.of()).code()).isEqualTo("step_up_needed");
  }

  /** An attacker's answer, slipped to somebody else, must not link the attacker's account. */
  @Test
  void aLinkIsForWhoAskedForIt() {
    Visitor attacker = signedUp("attacker@example.org");
    URI away = URI.create(attacker.post(LINKED + "/work", Map.of()).json().path("url").asString());
    Map<String, String> back = query(visit(away, "s-attacker", Map.of()));
    String cookie = attacker.cookie("parley_social").orElseThrow();
    Visitor victim = new Visitor(port).signUp("victim@example.org");
    assertThat(answer(victim, back).code()).isEqualTo("social_login_over");
    victim.withCookie("parley_social", cookie);
    assertThat(answer(victim, back).code()).isEqualTo("social_login_over");
    assertThat(count("SELECT count(*) FROM linked_accounts WHERE subject = 's-attacker'")).isZero();
  }

  @Test
  void anAnswerWithoutTheBrowserThatBeganIsRefused() {
    Visitor attacker = new Visitor(port);
    Map<String, String> back =
        query(visit(begin(attacker), "s-csrf", Map.of("email", "csrf@example.org")));
    Visitor victim = new Visitor(port);
    assertThat(answer(victim, back).code()).isEqualTo("social_login_over");
    begin(victim);
    assertThat(answer(victim, back).code()).isEqualTo("social_login_over");
    assertThat(victim.cookie("parley_session")).isEmpty();
  }

  @Test
  void aStateIsGoodOnceForTenMinutesAndMustBeOurs() {
    Visitor visitor = new Visitor(port);
    Map<String, Object> person = Map.of("email", "once@example.org", "email_verified", true);
    Map<String, String> back = query(visit(begin(visitor), "s-once", person));
    assertThat(answerAsked(visitor, back).status()).isEqualTo(201);
    assertThat(answer(visitor, back).code()).isEqualTo("social_login_over");
    Map<String, String> late = query(visit(begin(visitor), "s-once", person));
    clock.advance(Duration.ofMinutes(10));
    assertThat(answer(visitor, late).code()).isEqualTo("social_login_over");
    Map<String, String> other = new HashMap<>(query(visit(begin(visitor), "s-once", person)));
    other.put("state", "a".repeat(43));
    assertThat(answer(visitor, other).code()).isEqualTo("social_login_over");
    other.remove("state");
    assertThat(answer(visitor, other).code()).isEqualTo("social_login_over");
  }

  @Test
  void theCodeOfAnotherProviderIsNotTaken() {
    Visitor visitor = new Visitor(port);
    Map<String, String> back =
        query(visit(begin(visitor), "s-mix", Map.of("email", "mix@example.org")));
    assertThat(visitor.post("/api/v1/social-logins/other/answer", back).code())
        .isEqualTo("social_login_over");
    Map<String, String> named = new HashMap<>(query(visit(begin(visitor), "s-mix", Map.of())));
    named.put("issuer", "https://attacker.example");
    assertThat(answer(visitor, named).code()).isEqualTo("social_login_failed");
  }

  /** Somebody else's code, in a log-in of one's own: the provider compares the verifier. */
  @Test
  void aStolenCodeIsWorthNothingWithoutItsVerifier() {
    Map<String, String> stolen =
        query(visit(begin(new Visitor(port)), "s-stolen", Map.of("email", "stolen@example.org")));
    Visitor thief = new Visitor(port);
    Map<String, String> own = new HashMap<>(query(visit(begin(thief), "s-thief", Map.of())));
    own.put("code", stolen.get("code"));
    assertThat(answer(thief, own).code()).isEqualTo("social_login_failed");
  }

  @Test
  void whoSaysNoThereIsNotIn() {
    Visitor visitor = new Visitor(port);
    String state = query(begin(visitor)).get("state");
    assertThat(answer(visitor, Map.of("state", state, "error", "access_denied")).code())
        .isEqualTo("social_login_failed");
  }

  @Test
  void aSuspendedUserStaysOut() {
    logIn(new Visitor(port), "s-susp", Map.of("email", "susp@example.org", "email_verified", true));
    jdbc.sql("UPDATE users SET status = 'suspended' WHERE email = 'susp@example.org'").update();
    assertThat(logIn(new Visitor(port), "s-susp", Map.of()).code()).isEqualTo("account_suspended");
  }

  @Test
  void withoutAnAddressThereIsNoAccount() {
    assertThat(logIn(new Visitor(port), "s-none", Map.of("name", "Nobody")).code())
        .isEqualTo("no_email");
  }

  @Test
  void aProviderThatIsNotConfiguredIsNotThere() {
    assertThat(new Visitor(port).post("/api/v1/social-logins/google", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void theTrailNamesTheProviderAndNoAddress() {
    logIn(
        new Visitor(port), "s-trail", Map.of("email", "trail@example.org", "email_verified", true));
    String trail =
        String.join(
            "\n",
            jdbc.sql(
                    "SELECT a::text FROM audit_logs a WHERE entity_type IN ('linked_account', 'user')")
                .query(String.class)
                .list());
    assertThat(trail).contains("linked").contains("work").doesNotContain("trail@example.org");
  }

  @Test
  void whoHasNotProvenTheirAddressLinksNothing() {
    Visitor user = new Visitor(port).signUp("unproven@example.org");
    assertThat(user.post(LINKED + "/work", Map.of()).code()).isEqualTo("email_not_verified");
  }

  @Test
  void nothingIsLinkedByAddressBeforeTheSecondStep() {
    signedUp("twosteps@example.org");
    jdbc.sql(
            """
            INSERT INTO authenticator_apps (user_id, secret_sealed, created_at, confirmed_at, last_step)
            SELECT id, 'x', created_at, created_at, 0 FROM users WHERE email = 'twosteps@example.org'
            """)
        .update();
    Map<String, Object> theirs = Map.of("email", "twosteps@example.org", "email_verified", true);
    assertThat(logIn(new Visitor(port), "s-two", theirs).code()).isEqualTo("link_needed");
    assertThat(count("SELECT count(*) FROM linked_accounts WHERE subject = 's-two'")).isZero();
  }

  @Test
  void twoLinkedAccountsAreNotBothTakenAwayAtTheSameMoment() throws Exception {
    Visitor user = signedUp("bothgone@example.org");
    for (String provider : List.of("work", "other")) {
      jdbc.sql(
              """
              INSERT INTO linked_accounts (provider, subject, user_id, linked_at, last_used_at)
              SELECT :provider, 's-bothgone', id, created_at, created_at FROM users
              WHERE email = 'bothgone@example.org'
              """)
          .param("provider", provider)
          .update();
    }
    jdbc.sql("UPDATE users SET password_hash = NULL WHERE email = 'bothgone@example.org'").update();
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
      List<java.util.concurrent.Callable<Integer>> calls =
          List.of(
              () -> user.delete(LINKED + "/work").status(),
              () -> user.delete(LINKED + "/other").status());
      assertThat(
              threads.invokeAll(calls).stream()
                  .map(java.util.concurrent.Future::resultNow)
                  .toList())
          .containsExactlyInAnyOrder(204, 409);
    }
  }

  private Visitor signedUp(String email) {
    Visitor visitor = new Visitor(port).signUp(email);
    verify(email);
    return visitor;
  }

  private URI begin(Visitor visitor) {
    Answer away = visitor.post(WORK, Map.of());
    assertThat(away.status()).as(away.json().toString()).isEqualTo(200);
    return URI.create(away.json().path("url").asString());
  }

  private Answer logIn(Visitor visitor, String subject, Map<String, Object> claims) {
    return answerAsked(visitor, query(visit(begin(visitor), subject, claims)));
  }

  private Answer link(Visitor visitor, String subject, Map<String, Object> claims) {
    Answer away = visitor.post(LINKED + "/work", Map.of());
    assertThat(away.status()).as(away.json().toString()).isEqualTo(200);
    return answerAsked(
        visitor, query(visit(URI.create(away.json().path("url").asString()), subject, claims)));
  }

  /** What a browser does there: says who it is, and is sent back. */
  private URI visit(URI away, String subject, Map<String, Object> claims) {
    visitor =
        new DefaultOAuth2TokenCallback("work", subject, "JWT", List.of("parley"), claims, 3600);
    try {
      var answer = HTTP.send(HttpRequest.newBuilder(away).build(), BodyHandlers.discarding());
      return URI.create(answer.headers().firstValue("Location").orElseThrow());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The provider will be asked who has just been there. */
  private Answer answerAsked(Visitor visitor, Map<String, String> back) {
    server.enqueueCallback(this.visitor);
    return answer(visitor, back);
  }

  private static Answer answer(Visitor visitor, Map<String, String> back) {
    return visitor.post(WORK + "/answer", back);
  }

  private void verify(String email) {
    jdbc.sql("UPDATE users SET email_verified = true WHERE email = :email")
        .param("email", email)
        .update();
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  static Map<String, String> query(URI address) {
    Map<String, String> query = new HashMap<>();
    for (String pair : address.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static MockOAuth2Server start() {
    var server =
        new MockOAuth2Server(
            new OAuth2Config(
                false, null, null, false, new OAuth2TokenProvider(), Set.of(), new NettyWrapper()));
    server.start();
    return server;
  }
}
