package parley.app.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import parley.app.notifications.push.PushRound;
import parley.app.notifications.push.PushService;
import parley.app.notifications.push.TestBrowser;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ParleyTest
@TestPropertySource(properties = "parley.push.local-services=true")
class PushModuleTest {
  @LocalServerPort int port;
  @Autowired Delivery delivery;
  @Autowired OccasionRound tellings;
  @Autowired PushRound round;
  @Autowired Occasions occasions;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;
  @Autowired JsonMapper json;

  private final PushService service = new PushService();
  private final TestBrowser browser = new TestBrowser();
  private Visitor ada = new Visitor(0);

  @BeforeEach
  void somebodyWithADevice() {
    database.empty();
    ada = new People(port, jdbc).verified("ada@example.org");
    assertThat(subscribe(browser, "one").status()).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aPushIsSealedForTheBrowserAndSignedByUs() throws Exception {
    tell("news");
    assertThat(service.pushes).hasSize(1);
    PushService.Push push = service.pushes.getFirst();
    assertThat(push.path()).isEqualTo("/one");
    assertThat(push.headers())
        .containsEntry("Content-Encoding", "aes128gcm")
        .containsEntry("Urgency", "high")
        .containsEntry("TTL", "43200");
    JsonNode note = json.readTree(browser.read(push.body()));
    assertThat(note.path("title").asString()).isEqualTo("Your account is open again");
    assertThat(note.path("path").asString()).isEqualTo("/account/security");
    String signature = push.headers().get("Authorization");
    parley.app.notifications.push.Signatures.check(
        signature, service.endpoint(""), clock.instant());
    assertThat(signature).endsWith("k=" + devices().path("publicKey").asString());
    assertThat(row("notifications WHERE channel = 'push'").get("sent")).isEqualTo(true);
    assertThat(devices().path("items").get(0).path("lastPushAt").isNull()).isFalse();
  }

  @Test
  void manyNodesPushOnce() throws Exception {
    for (int i = 0; i < 30; i++) {
      occasions.add(occasion("o" + i));
    }
    tellings.run();
    var together = new CyclicBarrier(6);
    Callable<Boolean> node =
        () -> {
          together.await();
          round.run();
          return true;
        };
    try (var nodes = Executors.newFixedThreadPool(6)) {
      for (var one : nodes.invokeAll(Stream.generate(() -> node).limit(6).toList())) {
        one.get();
      }
    }
    assertThat(service.pushes).hasSize(30);
  }

  @Test
  void aServiceThatStumblesIsTriedAgainLaterAndLater() {
    service.answer = 503;
    tell("news");
    deliver();
    assertThat(service.pushes).hasSize(1);
    clock.advance(Duration.ofSeconds(19));
    deliver();
    assertThat(service.pushes).hasSize(2);
    clock.advance(Duration.ofSeconds(19));
    deliver();
    assertThat(service.pushes).hasSize(2);
    service.answer = 201;
    clock.advance(Duration.ofSeconds(19));
    deliver();
    deliver();
    assertThat(service.pushes).hasSize(3);
  }

  @Test
  void aServiceIsLeftAloneForAsLongAsItAsks() {
    service.answer = 429;
    service.retryAfter = "600";
    tell("news");
    clock.advance(Duration.ofSeconds(599));
    deliver();
    assertThat(service.pushes).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    deliver();
    assertThat(service.pushes).hasSize(2);
  }

  @Test
  void whatIsWorthNothingAnyMoreIsGivenUp() {
    service.answer = 503;
    tell("news");
    for (int hour = 0; hour < 14; hour++) {
      clock.advance(Duration.ofHours(1));
      deliver();
    }
    int tries = service.pushes.size();
    assertThat(row("push_deliveries").get("given_up_at")).isNotNull();
    clock.advance(Duration.ofHours(1));
    deliver();
    assertThat(service.pushes).hasSize(tries);
    assertThat(row("notifications WHERE channel = 'push'").get("sent")).isEqualTo(false);
  }

  @Test
  void aDeviceThatIsGoneIsForgottenAndTheOthersAreTold() {
    subscribe(new TestBrowser(), "two");
    service.answer = 410;
    tell("news");
    assertThat(service.pushes).hasSize(2);
    assertThat(devices().path("items")).isEmpty();
    service.answer = 201;
    tell("more");
    assertThat(service.pushes).hasSize(2);
  }

  @Test
  void aRedirectIsNotFollowed() {
    service.answer = 307;
    tell("news");
    assertThat(service.pushes).hasSize(1);
    assertThat(row("push_deliveries").get("given_up_at")).isNotNull();
  }

  @Test
  void aDeviceThatIsLoggedOutHearsNothing() {
    ada.delete("/api/v1/sessions/current");
    assertThat(jdbc.sql("SELECT count(*) FROM push_devices").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aLogInThatRanOutHearsNothing() {
    clock.advance(Duration.ofDays(15));
    occasions.add(occasion("late"));
    deliver();
    assertThat(service.pushes).isEmpty();
    assertThat(jdbc.sql("SELECT count(*) FROM push_devices").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aBrowserIsItsLastUsersOnly() {
    Visitor eve = new Visitor(port).signUp("eve@example.org");
    eve.post("/api/v1/notifications/devices", browser.subscription(service.endpoint("one")));
    assertThat(devices().path("items")).isEmpty();
    tell("for Ada only");
    assertThat(service.pushes).isEmpty();
  }

  @Test
  void aBrowserThatWasPushedToChangesHands() {
    tell("news");
    assertThat(subscribe(browser, "one").status()).isEqualTo(201);
    tell("more");
    Visitor eve = new Visitor(port).signUp("eve@example.org");
    assertThat(
            eve.post("/api/v1/notifications/devices", browser.subscription(service.endpoint("one")))
                .status())
        .isEqualTo(201);
    assertThat(devices().path("items")).isEmpty();
    assertThat(eve.get("/api/v1/notifications/devices").json().path("items")).hasSize(1);
    assertThat(service.pushes).hasSize(2);
  }

  @Test
  void aServiceThatDoesNotAnswerHoldsUpNobodyElse() throws Exception {
    subscribe(browser, "slow");
    for (int i = 0; i < 20; i++) {
      occasions.add(occasion("o" + i));
    }
    Visitor bob = new People(port, jdbc).verified("bob@example.org");
    bob.post(
        "/api/v1/notifications/devices", new TestBrowser().subscription(service.endpoint("bob")));
    clock.advance(Duration.ofSeconds(1));
    occasions.add(occasion("bob", "bob@example.org"));
    service.hold("/slow");
    service.hold("/one");
    delivery.run();
    assertThat(service.pushes).isEmpty();
    try (var node = Executors.newSingleThreadExecutor()) {
      var pushing = node.submit(round::run);
      assertThat(service.await("/bob", Duration.ofSeconds(5))).isTrue();
      assertThat(pushing.isDone()).isFalse();
      service.letGo();
      pushing.get();
    }
    assertThat(service.pushes).hasSize(41);
  }

  @Test
  void nobodyElseWaitsForARoundThatWaits() throws Exception {
    service.hold("/one");
    occasions.add(occasion("first"));
    delivery.run();
    Visitor bob = new People(port, jdbc).verified("bob@example.org");
    bob.post(
        "/api/v1/notifications/devices", new TestBrowser().subscription(service.endpoint("bob")));
    try (var node = Executors.newSingleThreadExecutor()) {
      var pushing = node.submit(round::run);
      assertThat(service.await("/one", Duration.ofSeconds(5))).isTrue();
      for (int i = 0; i < 20; i++) {
        occasions.add(occasion("o" + i));
      }
      occasions.add(occasion("bob", "bob@example.org"));
      delivery.run();
      round.run();
      assertThat(service.pushes).extracting(PushService.Push::path).containsExactly("/one", "/bob");
      service.letGo();
      pushing.get();
    }
    assertThat(service.pushes).hasSize(22);
  }

  @Test
  void nobodyRemovesOrTestsAnothersDevice() {
    String id = devices().path("items").get(0).path("id").asString();
    Visitor eve = new Visitor(port).signUp("eve@example.org");
    assertThat(eve.delete("/api/v1/notifications/devices/" + id).status()).isEqualTo(404);
    assertThat(eve.post("/api/v1/notifications/devices/" + id + "/test", "").status())
        .isEqualTo(404);
    assertThat(ada.post("/api/v1/notifications/devices/" + id + "/test", "").status())
        .isEqualTo(204);
    assertThat(service.pushes).hasSize(1);
    service.answer = 500;
    assertThat(ada.post("/api/v1/notifications/devices/" + id + "/test", "").code())
        .isEqualTo("push_failed");
    assertThat(ada.delete("/api/v1/notifications/devices/" + id).status()).isEqualTo(204);
  }

  @Test
  void whatIsNoSubscriptionIsRefused() {
    Map<String, Object> sound = browser.subscription(service.endpoint("x"));
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("endpoint", "ftp://example.org/x", "keys", sound.get("keys")),
            Map.of("endpoint", "https://eve@example.org/x", "keys", sound.get("keys")),
            Map.of("endpoint", "no address", "keys", sound.get("keys")),
            Map.of("endpoint", sound.get("endpoint")),
            Map.of(
                "endpoint",
                sound.get("endpoint"),
                "keys",
                Map.of("p256dh", "AAAA", "auth", "AAAA")),
            Map.of(
                "endpoint", sound.get("endpoint"), "keys", Map.of("p256dh", "!", "auth", "!")))) {
      assertThat(ada.post("/api/v1/notifications/devices", wrong).status())
          .as(wrong.toString())
          .isEqualTo(400);
    }
  }

  @Test
  void thePreferenceDecides() {
    ada.put(
        "/api/v1/notifications/preferences",
        Map.of("type", "security", "channel", "push", "wanted", false));
    tell("news");
    assertThat(service.pushes).isEmpty();
  }

  private void deliver() {
    delivery.run();
    round.run();
  }

  private void tell(String key) {
    occasions.add(occasion(key));
    deliver();
  }

  private Occasion occasion(String key) {
    return occasion(key, "ada@example.org");
  }

  private Occasion occasion(String key, String email) {
    UUID id =
        jdbc.sql("SELECT id FROM users WHERE email = :email")
            .param("email", email)
            .query(UUID.class)
            .single();
    return new Occasion(key, NotificationType.SECURITY, Set.of(id), Map.of("event", "restored"));
  }

  private Visitor.Answer subscribe(TestBrowser with, String name) {
    return ada.post("/api/v1/notifications/devices", with.subscription(service.endpoint(name)));
  }

  private JsonNode devices() {
    return ada.get("/api/v1/notifications/devices").json();
  }

  private Map<String, Object> row(String from) {
    return jdbc.sql("SELECT * FROM " + from).query().singleRow();
  }
}
