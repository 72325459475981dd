package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.Mailbox;
import parley.app.testing.OpenPage;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

/** A copy of a session's cookie dies with every proof and every change of a secret. */
@ParleyTest
class RenewedSessionModuleTest {
  private static final String COOKIE = "parley_session";
  private static final String ME = "/api/v1/users/me";
  private static final String PROOF = "/api/v1/sessions/current/proof";
  private static final String PASSWORD = "correct horse battery";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @Test
  void aCopyDiesWithTheOwnersProofAndWithAnotherPassword() {
    Visitor owner = somebody();
    String id = currentSession(owner);
    clock.advance(Duration.ofMinutes(11));
    renews(owner, () -> owner.post(PROOF, Map.of("password", PASSWORD)));
    renews(
        owner, () -> owner.put(ME + "/password", Map.of("password", "seven green lanterns hum")));
    assertThat(currentSession(owner)).isEqualTo(id);
    assertThat(owner.get(PROOF).json().path("fresh").asBoolean()).isTrue();
  }

  @Test
  void aProofThatFailsRenewsNothing() {
    Visitor owner = somebody();
    String before = owner.cookie(COOKIE).orElseThrow();
    assertThat(owner.post(PROOF, Map.of("password", "not the password")).status()).isEqualTo(403);
    assertThat(owner.put(ME + "/password", Map.of("password", "password1")).status())
        .isEqualTo(400);
    assertThat(owner.cookie(COOKIE)).hasValue(before);
    assertThat(copy(before).get(ME).status()).isEqualTo(200);
  }

  @Test
  void aCopyDiesWithEveryChangeOfAFactor() {
    Visitor owner = somebody();
    Answer setup = owner.post(ME + "/authenticator-app", Map.of());
    var app = new TestApp(setup.json().path("secret").asString());
    renews(
        owner,
        () ->
            owner.post(
                ME + "/authenticator-app/confirmation",
                Map.of("code", app.codeAt(clock.instant()))));
    renews(owner, () -> owner.post(ME + "/recovery-codes", Map.of()));
    renews(owner, () -> owner.delete(ME + "/authenticator-app"));
  }

  @Test
  void aCopyDiesWithAProvenAddressAndWithAnotherOne() {
    Visitor owner = somebody();
    String email = owner.get(ME).json().path("email").asString();
    owner.post(ME + "/email-verification", Map.of());
    String verify = mailed(email, "/verify");
    renews(owner, () -> owner.post("/api/v1/email-verification", Map.of("token", verify)));
    String next = UUID.randomUUID() + "@example.org";
    owner.put(ME + "/email-change", Map.of("email", next));
    String change = mailed(next, "/email-change");
    renews(owner, () -> owner.post("/api/v1/email-change", Map.of("token", change)));
  }

  @Test
  void oneOfManyChangesAtOnceKeepsTheBrowserIn() throws Exception {
    Visitor owner = somebody();
    clock.advance(Duration.ofMinutes(11));
    owner.get(ME);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses =
          pool
              .invokeAll(
                  IntStream.range(0, 8)
                      .mapToObj(i ->
                          (java.util.concurrent.Callable<Integer>)
                              () -> owner.post(PROOF, Map.of("password", PASSWORD)).status())
                      .toList())
              .stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
      assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 401);
    }
    assertThat(owner.get(ME).status()).isEqualTo(200);
  }

  @Test
  void anOpenPageComesBackWithTheNewTokenAndACopyDoesNot() {
    Visitor owner = somebody();
    String topic = "user:" + owner.get(ME).json().path("id").asString();
    String before = owner.cookie(COOKIE).orElseThrow();
    try (OpenPage page = page(before)) {
      page.subscribe(topic, null);
      page.next("subscribed");
      owner.post(PROOF, Map.of("password", PASSWORD));
      assertThat(page.closeCode()).isEqualTo(4401);
    }
    assertThatThrownBy(() -> page(before))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    try (OpenPage again = page(owner.cookie(COOKIE).orElseThrow())) {
      again.subscribe(topic, 0L);
      again.next("subscribed");
    }
  }

  private void renews(Visitor owner, java.util.function.Supplier<Answer> change) {
    String before = owner.cookie(COOKIE).orElseThrow();
    assertThat(copy(before).get(ME).status()).isEqualTo(200);
    assertThat(change.get().status()).isBetween(200, 204);
    assertThat(owner.cookie(COOKIE)).isNotEmpty().get().isNotEqualTo(before);
    assertThat(owner.get(ME).status()).isEqualTo(200);
    assertThat(copy(before).get(ME).status()).isEqualTo(401);
  }

  private Visitor somebody() {
    return new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
  }

  private Visitor copy(String session) {
    return new Visitor(port).withCookie(COOKIE, session);
  }

  private OpenPage page(String session) {
    return new OpenPage(
        port, Map.of("Cookie", COOKIE + "=" + session, "Origin", "http://localhost:" + port));
  }

  private String mailed(String email, String page) {
    Matcher link =
        Pattern.compile(page + "[?#]token=([A-Za-z0-9_-]{43})")
            .matcher(String.join("\n", new Mailbox(jdbc, email).texts()));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static String currentSession(Visitor visitor) {
    return visitor
        .get("/api/v1/sessions")
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("current").asBoolean())
        .map(item -> item.path("id").asString())
        .findFirst()
        .orElseThrow();
  }
}
