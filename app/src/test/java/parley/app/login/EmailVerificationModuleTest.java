package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

@ParleyTest
@TestPropertySource(properties = "parley.public-url=https://meet.example.net")
class EmailVerificationModuleTest {
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern LINK =
      Pattern.compile("https://meet\\.example\\.net/verify#token=([A-Za-z0-9_-]{43})");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @Test
  void theLinkInTheMailVerifiesOnce() {
    Visitor visitor = new Visitor(port).signUp("mine@example.org");
    String token = tokens("mine@example.org").getFirst();
    Visitor elsewhere = new Visitor(port);
    Answer look = elsewhere.get("/api/v1/email-verification?token=" + token);
    assertThat(look.json().path("email").asString()).isEqualTo("mine@example.org");
    assertThat(isVerified(visitor)).isFalse();
    assertThat(confirm(visitor, token).status()).isEqualTo(200);
    assertThat(isVerified(visitor)).isTrue();
    Answer again = confirm(elsewhere, token);
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.code()).isEqualTo("verification_done");
    assertThat(elsewhere.get("/api/v1/email-verification?token=" + token).code())
        .isEqualTo("verification_done");
    assertThat(elsewhere.get("/api/v1/email-verification?token=unknown").code())
        .isEqualTo("verification_link_used");
  }

  @Test
  void theHolderOfAForeignAddressDoesNotOpenTheAccountOfWhoWroteItDown() {
    Visitor thief = new Visitor(port).signUp("victim@example.org");
    String token = tokens("victim@example.org").getFirst();
    for (Visitor victim :
        List.of(new Visitor(port), new Visitor(port).signUp("victim2@example.org"))) {
      assertThat(confirm(victim, token).code()).isEqualTo("password_needed");
      assertThat(confirm(victim, token, "nonsense nonsense").code()).isEqualTo("wrong_password");
    }
    assertThat(isVerified(thief)).isFalse();
    assertThat(confirm(new Visitor(port), token, PASSWORD).status()).isEqualTo(200);
    assertThat(isVerified(thief)).isTrue();
  }

  @Test
  void whoCannotShowToHaveSignedUpTakesAwayWhatOpenedTheAccount() {
    Visitor thief = new Visitor(port).signUp("foreign@example.org");
    TestPasskey passkey = new TestPasskey("https://meet.example.net");
    passkey.rpId = "meet.example.net";
    JsonNode options = thief.post("/api/v1/users/me/passkeys/options", Map.of()).json();
    assertThat(
            thief
                .post(
                    "/api/v1/users/me/passkeys",
                    Map.of("name", "Mine", "credential", passkey.create(options)))
                .status())
        .isEqualTo(201);
    assertThat(thief.put("/api/v1/users/me/passkey-step", Map.of()).status()).isEqualTo(200);
    String secret =
        thief
            .post(
                "/api/v1/users/me/api-keys",
                Map.of("name", "Mine", "scopes", List.of("account:read")))
            .json()
            .path("secret")
            .asString();
    Visitor program = new Visitor(port).with("Authorization", "Bearer " + secret);
    assertThat(program.get("/api/v1/users/me").status()).isEqualTo(200);
    jdbc.sql("UPDATE users SET password_hash = NULL WHERE email = 'foreign@example.org'").update();

    Visitor owner = new Visitor(port);
    assertThat(confirm(owner, tokens("foreign@example.org").getFirst()).status()).isEqualTo(200);

    assertThat(thief.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(program.get("/api/v1/users/me").status()).isEqualTo(401);
    JsonNode challenge =
        new Visitor(port).post("/api/v1/sessions/passkey/options", Map.of()).json();
    passkey.counter++;
    assertThat(new Visitor(port).post("/api/v1/sessions/passkey", passkey.get(challenge)).code())
        .isEqualTo("passkey_unknown");
    assertThat(
            jdbc.sql(
                    """
                    SELECT email_verified AND NOT two_fa_enabled
                      AND NOT EXISTS (SELECT 1 FROM passkey_steps s WHERE s.user_id = u.id)
                      AND NOT EXISTS (SELECT 1 FROM recovery_codes c WHERE c.user_id = u.id)
                      AND NOT EXISTS (SELECT 1 FROM known_devices d WHERE d.user_id = u.id)
                    FROM users u WHERE email = 'foreign@example.org'
                    """)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void parallelClicksCountOnce() throws Exception {
    Visitor visitor = new Visitor(port).signUp("clicks@example.org");
    String token = tokens("clicks@example.org").getFirst();
    Callable<Integer> click = () -> confirm(visitor, token).status();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses =
          threads.invokeAll(Stream.generate(() -> click).limit(20).toList()).stream()
              .map(Future::resultNow)
              .sorted()
              .toList();
      assertThat(statuses.getFirst()).isEqualTo(200);
      assertThat(statuses.subList(1, 20)).containsOnly(410);
    }
  }

  @Test
  void anOldLinkNoLongerWorksAndANewOneComesOnRequest() {
    Visitor visitor = new Visitor(port).signUp("late@example.org");
    clock.advance(Duration.ofHours(48));
    assertThat(confirm(visitor, tokens("late@example.org").getFirst()).status()).isEqualTo(410);
    assertThat(visitor.post("/api/v1/users/me/email-verification", Map.of()).status())
        .isEqualTo(202);
    assertThat(confirm(visitor, tokens("late@example.org").getFirst()).status()).isEqualTo(200);
    assertThat(isVerified(visitor)).isTrue();
  }

  @Test
  void aLinkProvesOnlyTheAddressItWasSentTo() {
    Visitor visitor = new Visitor(port).signUp("before@example.org");
    String token = tokens("before@example.org").getFirst();
    jdbc.sql("UPDATE users SET email = 'after@example.org' WHERE email = 'before@example.org'")
        .update();
    confirm(visitor, token);
    assertThat(isVerified(visitor)).isFalse();
  }

  @Test
  void noHeaderOfARequestGetsIntoTheLink() {
    Visitor poisoner =
        new Visitor(port)
            .with("X-Forwarded-Host", "evil.example")
            .with("Forwarded", "host=evil.example")
            .with("X-Original-Host", "evil.example");
    poisoner.signUp("poison@example.org");
    String mail = text("poison@example.org");
    assertThat(mail).doesNotContain("evil.example");
    assertThat(LINK.matcher(mail).find()).isTrue();
  }

  @Test
  void theTableHoldsNoLinkThatWorks() {
    new Visitor(port).signUp("hash@example.org");
    String token = tokens("hash@example.org").getFirst();
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM email_verifications v WHERE v::text LIKE '%' || :token || '%'")
                .param("token", token)
                .query(Long.class)
                .single())
        .isZero();
  }

  private static Answer confirm(Visitor visitor, String token) {
    return visitor.post("/api/v1/email-verification", Map.of("token", token));
  }

  private static Answer confirm(Visitor visitor, String token, String password) {
    return visitor.post("/api/v1/email-verification", Map.of("token", token, "password", password));
  }

  private static boolean isVerified(Visitor visitor) {
    return visitor.get("/api/v1/users/me").json().path("emailVerified").asBoolean();
  }

  private List<String> tokens(String email) {
    Matcher links = LINK.matcher(text(email));
    return links.results().map(found -> found.group(1)).toList();
  }

  private String text(String email) {
    return String.join(
        "\n",
        jdbc.sql("SELECT text_body FROM outgoing_mails WHERE recipient = :email ORDER BY id DESC")
            .param("email", email)
            .query(String.class)
            .list());
  }
}
