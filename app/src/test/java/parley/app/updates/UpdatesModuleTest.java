package parley.app.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.meetings.MeetingsTest;
import parley.app.testing.OpenPage;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

@MeetingsTest
class UpdatesModuleTest {
  @LocalServerPort int port;
  @Autowired Updates updates;
  @Autowired UpdateHub hub;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;

  private Visitor user = new Visitor(0);
  private UUID userId = UUID.randomUUID();

  @BeforeEach
  void somebodySignsUp() {
    user = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    userId = UUID.fromString(user.get("/api/v1/users/me").json().path("id").asString());
  }

  @Test
  void aPageHearsWhatIsCommittedAndNothingElse() {
    try (OpenPage page = page()) {
      page.subscribe(topic(), null);
      assertThat(page.next("subscribed").path("seq").asLong()).isZero();
      publish("greeting", "hello");
      transaction.executeWithoutResult(status -> {
        updates.publish(Topic.user(userId), "greeting", "taken back");
        status.setRollbackOnly();
      });
      publish("greeting", "again");
      assertThat(page.next("update").toString())
          .contains(
              "\"seq\":1,\"kind\":\"greeting\",\"data\":\"hello\",\"at\":\"" + clock.instant());
      JsonNode second = page.next("update");
      assertThat(second.path("seq").asLong()).isEqualTo(2);
      assertThat(second.path("data").asString()).isEqualTo("again");
    }
  }

  @Test
  void numbersHaveNoGapAndPagesHearThemInOrderHoweverManyWrite() throws Exception {
    try (OpenPage page = page()) {
      page.subscribe(topic(), null).next("subscribed");
      try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 400; i++) {
          int number = i;
          writers.submit(() -> publish("count", number));
        }
      }
      List<Long> heard = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        heard.add(page.next("update").path("seq").asLong());
      }
      assertThat(heard).isEqualTo(LongStream.rangeClosed(1, 400).boxed().toList());
    }
  }

  @Test
  void aPageThatWasAwayReadsOnFromItsNumber() {
    for (int i = 1; i <= 450; i++) {
      publish("count", i);
    }
    try (OpenPage page = page()) {
      page.subscribe(topic(), 3L);
      assertThat(page.next().path("type").asString()).isEqualTo("subscribed");
      for (int i = 4; i <= 450; i++) {
        assertThat(page.next("update").path("data").asInt()).isEqualTo(i);
      }
      publish("count", 451);
      assertThat(page.next("update").path("data").asInt()).isEqualTo(451);
      assertThat(page.next(Duration.ofMillis(200))).isNull();
    }
  }

  @Test
  void aPageThatDoesNotReadIsCutOffAndHasMissedNothingWhenItComesBack() throws Exception {
    int updates = 900;
    String large = "x".repeat(30_000);
    OpenPage deaf = page();
    deaf.subscribe(topic(), null).next("subscribed");
    int before = hub.openPages();
    deaf.goDeaf();
    for (int i = 0; i < updates; i++) {
      publish("large", large);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> hub.openPages() < before);
    deaf.cut();
    try (OpenPage page = page()) {
      page.subscribe(topic(), 0L);
      for (int seq = 1; seq <= updates; seq++) {
        assertThat(page.next("update").path("seq").asInt()).isEqualTo(seq);
      }
    }
  }

  @Test
  void aNumberWeNeverGaveCannotBeResumedFrom() {
    publish("count", 1);
    try (OpenPage page = page()) {
      page.subscribe(topic(), 7L);
      assertThat(page.next("refused").path("code").asString()).isEqualTo("cannot_resume");
    }
  }

  @Test
  void othersTopicsAreRefusedLikeThoseThatDoNotExist() {
    try (OpenPage page = page()) {
      for (String topic :
          List.of("user:" + UUID.randomUUID(), "meeting:" + UUID.randomUUID(), "x", "user:1")) {
        page.subscribe(topic, null);
        JsonNode refused = page.next("refused");
        assertThat(refused.path("topic").asString()).isEqualTo(topic);
        assertThat(refused.path("code").asString()).isEqualTo("not_allowed");
      }
    }
  }

  @Test
  void answersAPing() {
    try (OpenPage page = page().say("{\"type\":\"ping\"}")) {
      assertThat(page.next().path("type").asString()).isEqualTo("pong");
    }
  }

  @Test
  void badInputEndsTheConnectionAndNothingElse() {
    for (String bad :
        List.of(
            "{",
            "[]",
            "{\"type\":\"subscribe\",\"topic\":\"%s\",\"after\":-1}".formatted(topic()),
            "{\"type\":\"ping\",\"type\":\"ping\"}",
            "{\"type\":\"ping\",\"__proto__\":{}}")) {
      OpenPage page = page().say(bad);
      assertThat(page.closeCode()).as(bad).isEqualTo(1007);
    }
    OpenPage page = page().say("x".repeat(70_000));
    assertThat(page.closeCode()).isEqualTo(1009);
  }

  @Test
  void foreignAndMissingOriginsAreRefusedBeforeTheUpgrade() {
    assertThat(status(Map.of("Cookie", cookie(), "Origin", "https://evil.example"))).isEqualTo(403);
    assertThat(status(Map.of("Cookie", cookie(), "Origin", "null"))).isEqualTo(403);
    assertThat(status(Map.of("Cookie", cookie()))).isEqualTo(403);
    assertThat(status(Map.of("Origin", "http://localhost:" + port))).isEqualTo(401);
    assertThat(status(Map.of("Authorization", "Bearer pp_nobody"))).isEqualTo(401);
  }

  @Test
  void logOutClosesThePagesOfTheSessionWithinASecond() {
    OpenPage page = page();
    page.subscribe(topic(), null).next("subscribed");
    assertThat(user.delete("/api/v1/sessions/current").status()).isEqualTo(204);
    long before = System.nanoTime();
    assertThat(page.closeCode()).isEqualTo(4401);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void whoIsRemovedIsToldSoAndHearsNothingMore() {
    JsonNode meeting = user.post("/api/v1/meetings", Map.of()).json();
    String path = "/api/v1/meetings/" + meeting.path("code").asString();
    JsonNode in = new Visitor(port).post(path + "/join", Map.of("displayName", "Bo")).json();
    String person = in.path("participantId").asString();
    try (OpenPage page = OpenPage.bearer(port, in.path("participantToken").asString())) {
      page.subscribe(in.path("updates").path("topic").asString(), null).next("subscribed");
      user.post(path + "/people/" + person + "/remove", Map.of());
      JsonNode told = page.next("update");
      assertThat(told.path("kind").asString()).isEqualTo("you.removed");
      assertThat(told.path("data").path("participantId").asString()).isEqualTo(person);
      assertThat(page.next().path("type").asString()).isEqualTo("refused");
      user.patch(path, Map.of("title", "Without Bo"));
      assertThat(page.next(Duration.ofMillis(500))).isNull();
    }
  }

  private boolean publish(String kind, Object data) {
    transaction.executeWithoutResult(status -> updates.publish(Topic.user(userId), kind, data));
    return true;
  }

  private String topic() {
    return "user:" + userId;
  }

  private OpenPage page() {
    return new OpenPage(port, Map.of("Cookie", cookie(), "Origin", "http://localhost:" + port));
  }

  private String cookie() {
    return "parley_session=" + user.cookie("parley_session").orElseThrow();
  }

  private int status(Map<String, String> headers) {
    List<Integer> status = Collections.synchronizedList(new ArrayList<>());
    assertThatThrownBy(() -> new OpenPage(port, headers))
        .isInstanceOf(CompletionException.class)
        .satisfies(failure -> {
          var refused = (WebSocketHandshakeException) failure.getCause();
          status.add(refused.getResponse().statusCode());
        });
    return status.getFirst();
  }
}
