package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.shared.ClientAddress;
import parley.app.testing.Mailbox;
import parley.app.testing.Overlap;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

@ParleyTest
class OwnSessionsModuleTest {
  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1";
  private static final String MAC =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;
  @Autowired TransactionTemplate transaction;

  @Test
  void theListSaysWhereAndOnWhatAndWhichIsThisOne() {
    Visitor here = new Visitor(port).with("User-Agent", MAC).signUp("list@example.org");
    logIn("list@example.org", IPHONE);
    JsonNode items = here.get("/api/v1/sessions").json().path("items");
    assertThat(items.size()).isEqualTo(2);
    for (JsonNode item : items) {
      boolean current = item.path("current").asBoolean();
      assertThat(item.path("device").asString())
          .isEqualTo(current ? "Chrome on macOS" : "Safari on iPhone");
      assertThat(item.path("handheld").asBoolean()).isEqualTo(!current);
      assertThat(item.path("place").asString()).isEqualTo("127.0.0.x");
      assertThat(item.path("address").asString()).isEqualTo("127.0.0.1");
      assertThat(item.path("lastUsedAt").asString()).isNotBlank();
    }
    assertThat(items.toString()).doesNotContain(here.cookie("parley_session").orElseThrow());
  }

  /** Its last use is noted once a minute; nobody waits for somebody else's note. */
  @Test
  void ofManyRequestsOneNotesTheUse() throws Exception {
    Visitor here = new Visitor(port).signUp("used@example.org");
    clock.advance(Duration.ofMinutes(2));
    Runnable lock =
        () -> jdbc.sql("SELECT id FROM login_sessions FOR UPDATE").query(UUID.class).list();
    AtomicInteger beside = new AtomicInteger();
    int noting =
        new Overlap(transaction, database)
            .run(
                lock,
                () -> here.get("/api/v1/users/me").status(),
                () ->
                    beside.set(
                        CompletableFuture.supplyAsync(() -> here.get("/api/v1/users/me").status())
                            .orTimeout(10, TimeUnit.SECONDS)
                            .join()));
    assertThat(beside).hasValue(200);
    assertThat(noting).isEqualTo(200);
  }

  @Test
  void oneIsEndedAndNobodyElses() {
    Visitor here = new Visitor(port).signUp("one@example.org");
    Visitor there = logIn("one@example.org", IPHONE);
    Visitor stranger = new Visitor(port).signUp("stranger@example.org");
    String id = other(here);
    assertThat(stranger.delete("/api/v1/sessions/" + id).status()).isEqualTo(404);
    assertThat(there.get("/api/v1/users/me").status()).isEqualTo(200);
    assertThat(here.delete("/api/v1/sessions/" + id).status()).isEqualTo(204);
    assertThat(there.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(here.delete("/api/v1/sessions/" + id).status()).isEqualTo(404);
    assertThat(here.get("/api/v1/users/me").status()).isEqualTo(200);
  }

  @Test
  void allOthersAreEnded() {
    Visitor here = new Visitor(port).signUp("others@example.org");
    Visitor there = logIn("others@example.org", IPHONE);
    Visitor everywhere = logIn("others@example.org", MAC);
    assertThat(here.delete("/api/v1/sessions").status()).isEqualTo(204);
    assertThat(there.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(everywhere.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(here.get("/api/v1/sessions").json().path("items").size()).isEqualTo(1);
  }

  @Test
  void anotherPasswordEndsAllOthers() {
    Visitor here = new Visitor(port).signUp("change@example.org");
    Visitor there = logIn("change@example.org", IPHONE);
    assertThat(here.put("/api/v1/users/me/password", Map.of("password", "password1")).code())
        .isEqualTo("weak_password");
    assertThat(
            here.put("/api/v1/users/me/password", Map.of("password", "seven green lanterns hum"))
                .status())
        .isEqualTo(204);
    assertThat(there.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(here.get("/api/v1/users/me").status()).isEqualTo(200);
    assertThat(here.get("/api/v1/users/me/password").json().path("changedAt").asString())
        .isNotBlank();
    assertThat(new Mailbox(jdbc, "change@example.org").subjects())
        .contains("Your Parley password was changed");
  }

  @Test
  void anUnknownDeviceIsToldByMailAndAKnownOneIsNot() {
    Visitor known = new Visitor(port).signUp("device@example.org");
    Mailbox mailbox = new Mailbox(jdbc, "device@example.org");
    String subject = "Your Parley account was opened on a new device";
    known.delete("/api/v1/sessions/current");
    known.post("/api/v1/sessions", credentials("device@example.org"));
    assertThat(mailbox.subjects()).doesNotContain(subject);
    logIn("device@example.org", IPHONE);
    assertThat(mailbox.subjects()).containsOnlyOnce(subject);
    assertThat(String.join("\n", mailbox.texts())).contains("Safari on iPhone", "127.0.0.1");
  }

  @Test
  void anAddressIsCut() {
    assertThat(OwnSessionsController.cut(ClientAddress.of("84.208.16.77")))
        .isEqualTo("84.208.16.x");
    assertThat(OwnSessionsController.cut(ClientAddress.of("2001:db8:1:2::3")))
        .startsWith("2001:db8:1:0");
  }

  @Test
  void whatIsNoBrowserHasWordsToo() {
    DeviceWords words = new DeviceWords();
    assertThat(words.of("").name()).isEqualTo("An unknown program");
    assertThat(words.of("x".repeat(300)).name()).isEqualTo("An unknown program");
  }

  private Visitor logIn(String email, String userAgent) {
    Visitor visitor = new Visitor(port).with("User-Agent", userAgent);
    assertThat(visitor.post("/api/v1/sessions", credentials(email)).status()).isEqualTo(201);
    return visitor;
  }

  private static Map<String, String> credentials(String email) {
    return Map.of("email", email, "password", "correct horse battery");
  }

  private static String other(Visitor visitor) {
    for (JsonNode item : visitor.get("/api/v1/sessions").json().path("items")) {
      if (!item.path("current").asBoolean()) {
        return item.path("id").asString();
      }
    }
    throw new AssertionError("no other session");
  }
}
