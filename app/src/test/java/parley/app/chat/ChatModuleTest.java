package parley.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.MeetingsTest;
import parley.app.meetings.ParticipantRepository;
import parley.app.testing.OpenPage;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

@MeetingsTest
class ChatModuleTest {
  private static final int SENDERS = 6;
  private static final int EACH = 40;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Chat chat;
  @Autowired ParticipantRepository people;

  private Visitor host = new Visitor(0);
  private String path = "";

  @BeforeEach
  void aMeeting() {
    host = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    JsonNode made = host.post("/api/v1/meetings", Map.of()).json();
    path = "/api/v1/meetings/" + made.path("code").asString();
  }

  @Test
  void aMessageIsStoredAndShownToEverybody() {
    JsonNode bo = join("Bo");
    try (OpenPage page = page(bo)) {
      page.subscribe(topic(bo), null).next("subscribed");
      Answer said = say(bo, "Hello, <b>table</b> \uD83D\uDC4B", "a-1");
      assertThat(said.status()).isEqualTo(201);
      JsonNode update = page.next("update");
      assertThat(update.path("kind").asString()).isEqualTo("chat.message");
      assertThat(update.path("data")).isEqualTo(said.json());
    }
    host.post(path + "/join", Map.of());
    JsonNode read = host.get(path + "/messages").json().path("items").get(0);
    assertThat(read.path("text").asString()).isEqualTo("Hello, <b>table</b> \uD83D\uDC4B");
    assertThat(read.path("senderName").asString()).isEqualTo("Bo");
    assertThat(read.path("type").asString()).isEqualTo("text");
    assertThat(read.path("participantId")).isEqualTo(bo.path("participantId"));
    assertThat(read.path("clientId").asString()).isEqualTo("a-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u3164",
        "\u2800\u200b",
        "\u2066\u2069",
        "\udb40\udc41",
        "half \ud83d",
        "\udc00 half"
      })
  void whatCannotBeReadIsRefusedInWords(String text) {
    Answer said = say(join("Bo"), text, "a-1");
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.code()).isEqualTo("invalid_request");
    assertThat(said.json().path("detail").asString()).containsAnyOf("be seen", "half a character");
    host.post(path + "/join", Map.of());
    assertThat(host.get(path + "/messages").json().path("items")).isEmpty();
  }

  @Test
  void aRepeatedRequestMakesNoSecondMessageEvenAtTheSameTime() throws Exception {
    JsonNode bo = join("Bo");
    UUID id = UUID.fromString(bo.path("participantId").asString());
    MeetingParticipant sender = people.find(id).orElseThrow();
    int times = 16;
    CyclicBarrier start = new CyclicBarrier(times);
    Callable<ChatMessage> once =
        () -> {
          start.await();
          return chat.say(sender, "once", "the-same");
        };
    Set<Long> ids = new HashSet<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<ChatMessage> said : executor.invokeAll(Collections.nCopies(times, once))) {
        ids.add(said.get().id());
      }
    }
    Answer later = say(bo, "once", "the-same");
    assertThat(later.status()).isEqualTo(201);
    ids.add(later.json().path("id").asLong());
    assertThat(ids).hasSize(1);
    assertThat(host.get(path + "/messages").json().path("items").size()).isEqualTo(1);
    assertThat(updatesOfKind()).isEqualTo(1);
  }

  @Test
  void nothingIsLostDoubledOrOutOfOrderForAReaderWhoseConnectionBreaks() throws Exception {
    JsonNode reader = join("Reader");
    List<JsonNode> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(join("Sender " + i));
    }
    List<Long> heard;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var reading = executor.submit(() -> read(reader, new Random(7)));
      for (JsonNode sender : senders) {
        executor.submit(() -> {
          for (int i = 0; i < EACH; i++) {
            assertThat(say(sender, "message " + i, "c-" + i).status()).isEqualTo(201);
          }
          return true;
        });
      }
      heard = reading.get();
    }
    List<Long> stored =
        jdbc.sql("SELECT id FROM chat_messages WHERE meeting_id = ? ORDER BY id")
            .param(UUID.fromString(topic(reader).substring("meeting:".length())))
            .query(Long.class)
            .list();
    assertThat(stored).hasSize(SENDERS * EACH);
    assertThat(heard).isEqualTo(stored);
    assertThat(pages(reader)).isEqualTo(stored);
  }

  /**
   * Reads all messages while the connection is cut again and again, each time reading on from the
   * last number.
   */
  private List<Long> read(JsonNode who, Random random) {
    List<Long> ids = new ArrayList<>();
    long seq = who.path("updates").path("seq").asLong();
    while (ids.size() < SENDERS * EACH) {
      OpenPage page = page(who).subscribe(topic(who), seq);
      int patience = 1 + random.nextInt(25);
      for (int i = 0; i < patience && ids.size() < SENDERS * EACH; i++) {
        JsonNode update = update(page);
        if (update == null) {
          break;
        }
        assertThat(update.path("seq").asLong()).isEqualTo(++seq);
        if (update.path("kind").asString().equals("chat.message")) {
          ids.add(update.path("data").path("id").asLong());
        }
      }
      page.cut();
    }
    return ids;
  }

  private static @Nullable JsonNode update(OpenPage page) {
    while (true) {
      JsonNode message = page.next(Duration.ofSeconds(5));
      if (message == null || message.path("type").asString().equals("update")) {
        return message;
      }
    }
  }

  private List<Long> pages(JsonNode who) {
    List<Long> ids = new ArrayList<>();
    String next = "0";
    while (!next.isEmpty()) {
      JsonNode page = bearer(who).get(path + "/messages?limit=50&after=" + next).json();
      page.path("items").forEach(item -> ids.add(item.path("id").asLong()));
      next = page.path("nextCursor").asString("");
    }
    return ids;
  }

  @Test
  void whatIsEmptyTooLongOrUnstorableIsRefused() {
    JsonNode bo = join("Bo");
    assertThat(say(bo, " \n", "1").code()).isEqualTo("invalid_request");
    assertThat(say(bo, "x".repeat(5001), "2").code()).isEqualTo("invalid_request");
    assertThat(say(bo, "nul \u0000", "3").code()).isEqualTo("invalid_request");
    assertThat(say(bo, "x".repeat(5000), "4").status()).isEqualTo(201);
    assertThat(bearer(bo).post(path + "/messages", "{\"text\":\"a\",\"text\":\"b\"}").code())
        .isEqualTo("malformed_json");
    assertThat(bearer(bo).post(path + "/messages", "{\"text\":\"a\",\"__proto__\":{}}").code())
        .isEqualTo("malformed_json");
  }

  @Test
  void senderAndMeetingAreNotTheClientsToSay() {
    JsonNode bo = join("Bo");
    JsonNode said =
        bearer(bo)
            .post(
                path + "/messages",
                Map.of("text", "hi", "senderName", "Host", "participantId", UUID.randomUUID()))
            .json();
    assertThat(said.path("senderName").asString()).isEqualTo("Bo");
    assertThat(said.path("participantId")).isEqualTo(bo.path("participantId"));
  }

  @Test
  void strangersNeitherReadNorWrite() {
    JsonNode bo = join("Bo");
    Visitor stranger = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    assertThat(stranger.get(path + "/messages").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/messages", Map.of("text", "hi")).status()).isEqualTo(404);
    assertThat(new Visitor(port).get(path + "/messages").status()).isEqualTo(401);
    JsonNode other = stranger.post("/api/v1/meetings", Map.of()).json();
    String elsewhere = "/api/v1/meetings/" + other.path("code").asString() + "/messages";
    assertThat(bearer(bo).get(elsewhere).status()).isEqualTo(404);
    assertThat(bearer(bo).post(elsewhere, Map.of("text", "hi")).status()).isEqualTo(404);
  }

  @Test
  void afterTheEndMessagesAreReadAndNotWritten() {
    JsonNode bo = join("Bo");
    say(bo, "last", "1");
    host.post(path + "/end", Map.of());
    assertThat(say(bo, "too late", "2").code()).isEqualTo("meeting_ended");
    assertThat(bearer(bo).get(path + "/messages").json().path("items").size()).isEqualTo(1);
  }

  private JsonNode join(String name) {
    return new Visitor(port).post(path + "/join", Map.of("displayName", name)).json();
  }

  private Visitor bearer(JsonNode who) {
    String token = who.path("participantToken").asString();
    return new Visitor(port).with("Authorization", "Bearer " + token);
  }

  private Answer say(JsonNode who, String text, String clientId) {
    return bearer(who).post(path + "/messages", Map.of("text", text, "clientId", clientId));
  }

  private OpenPage page(JsonNode who) {
    return OpenPage.bearer(port, who.path("participantToken").asString());
  }

  private static String topic(JsonNode who) {
    return who.path("updates").path("topic").asString();
  }

  private int updatesOfKind() {
    String id = host.get(path).json().path("id").asString();
    return jdbc.sql("SELECT count(*) FROM updates WHERE topic = ? AND kind = 'chat.message'")
        .param("meeting:" + id)
        .query(Integer.class)
        .single();
  }
}
