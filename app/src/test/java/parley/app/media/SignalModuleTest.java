package parley.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import livekit.LivekitModels.ClientInfo;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.SessionDescription;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.WrappedJoinRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.testing.OpenPage;
import parley.app.testing.RealTimeParleyTest;
import parley.app.testing.Visitor;
import parley.app.users.RightsChanged;
import tools.jackson.databind.JsonNode;

/** The signal's HTTP and WebSocket, with the real media server behind it. */
@RealTimeParleyTest
class SignalModuleTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private Visitor host = new Visitor(0);
  private String path = "";

  @BeforeEach
  void aMeeting() {
    host = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    JsonNode made = host.post("/api/v1/meetings", Map.of()).json();
    path = "/api/v1/meetings/" + made.path("code").asString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/rtc", "/rtc/validate", "/rtc?access_token=x", "/rtc/validate?access_token=x"})
  void theOlderProtocolIsNotThereForPagesOfAnyOrigin(String older) {
    HttpResponse<String> answer = ask("GET", older, Map.of("Origin", "https://elsewhere.example"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void validateSaysWhatAnUpgradeWouldBeAnswered() {
    String token = token(guest());
    for (String slashes : new String[] {"", "/"}) {
      HttpResponse<String> good =
          ask("GET", slashes + "/rtc/v1/validate?" + query(token), Map.of());
      assertThat(good.statusCode()).isEqualTo(200);
      assertThat(good.body()).isEqualTo("success");
      assertThat(good.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }
    HttpResponse<String> forged = ask("GET", "/rtc/v1/validate?" + query(token + "x"), Map.of());
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(forged.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(forged.body()).doesNotContain(token);
  }

  @Test
  void pagesOfAnyOriginMayAskBeforehand() {
    HttpResponse<String> answer =
        ask(
            "OPTIONS",
            "/rtc/v1/validate",
            Map.of(
                "Origin", "https://elsewhere.example",
                "Access-Control-Request-Method", "GET",
                "Access-Control-Request-Headers", "authorization"));
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("authorization");
  }

  @Test
  void clientsMayProbeTheAddressItself() {
    HttpResponse<String> answer = ask("HEAD", "/", Map.of("Origin", "https://elsewhere.example"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void withoutAnUpgradeThereIsNothing() {
    String token = token(guest());
    assertThat(ask("GET", "/rtc/v1?" + query(token), Map.of()).statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/rtc/v1?" + query("x"), Map.of()).statusCode()).isEqualTo(401);
  }

  @Test
  void aBadTokenIsRefusedBeforeTheUpgrade() {
    assertThat(refusal("/rtc/v1?" + query("nonsense"), Map.of())).isEqualTo(401);
    assertThat(refusal("/rtc/v1?join_request=" + joinRequest(0), Map.of())).isEqualTo(401);
    assertThat(refusal("/rtc/v1?access_token=" + token(guest()), Map.of())).isEqualTo(400);
  }

  @Test
  void aClientJoinsWithItsTokenInTheQueryOrInTheHeader() throws Exception {
    JsonNode in = guest();
    try (Client client = new Client("/rtc/v1?" + query(token(in)), Map.of())) {
      SignalResponse first = client.next();
      assertThat(first.hasJoin()).isTrue();
      assertThat(first.getJoin().getRoom().getName())
          .isEqualTo(in.path("meeting").path("id").asString());
      assertThat(first.getJoin().getParticipant().getIdentity())
          .isEqualTo(in.path("presenceId").asString());
    }
    String request = "join_request=" + joinRequest(0);
    Map<String, String> header = Map.of("Authorization", "Bearer " + token(guest()));
    try (Client client = new Client("//rtc/v1?" + request, header)) {
      assertThat(client.next().hasJoin()).isTrue();
    }
  }

  @Test
  void anOfferOfManySectionsFitsIntoTheQuery() throws Exception {
    String query = "access_token=" + token(guest()) + "&join_request=" + joinRequest(30_000);
    try (Client client = new Client("/rtc/v1?" + query, Map.of())) {
      assertThat(client.next().hasJoin()).isTrue();
    }
  }

  @Test
  void aMessageTooBigEndsTheConnectionAndASmallerOneInPartsDoesNot() throws Exception {
    try (Client client = new Client("/rtc/v1?" + query(token(guest())), Map.of())) {
      client.next();
      client.sendInParts(3 * 1024 * 1024);
      assertThat(client.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void whoIsRemovedIsOutWithinASecondAndStaysOut() throws Exception {
    JsonNode in = guest();
    String person = in.path("participantId").asString();
    try (Client client = new Client("/rtc/v1?" + query(token(in)), Map.of())) {
      client.next();
      long before = System.nanoTime();
      host.post(path + "/people/" + person + "/remove", Map.of());
      client.closeCode();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }
    assertThat(refusal("/rtc/v1?" + query(token(in)), Map.of())).isEqualTo(401);
  }

  @Test
  void theEndOfTheMeetingEndsItsMedia() throws Exception {
    JsonNode in = guest();
    try (Client client = new Client("/rtc/v1?" + query(token(in)), Map.of())) {
      client.next();
      host.post(path + "/end", Map.of());
      client.closeCode();
    }
    assertThat(refusal("/rtc/v1?" + query(token(in)), Map.of())).isEqualTo(401);
  }

  @Test
  void logOutEndsTheMediaOfTheSession() throws Exception {
    Visitor user = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    JsonNode in = user.post(path + "/join", Map.of()).json();
    try (Client client = new Client("/rtc/v1?" + query(token(in)), Map.of())) {
      client.next();
      user.delete("/api/v1/sessions/current");
      client.closeCode();
    }
    assertThat(refusal("/rtc/v1?" + query(token(in)), Map.of())).isEqualTo(401);
  }

  /** Whatever ends a session ends all that it opened: requests, the update channel, the media. */
  @ParameterizedTest
  @ValueSource(strings = {"ended elsewhere", "suspended", "deleted", "role changed"})
  void whatASessionOpenedEndsWithIt(String how) throws Exception {
    String email = UUID.randomUUID() + "@example.org";
    Visitor user = new Visitor(port).signUp(email);
    JsonNode in = user.post(path + "/join", Map.of()).json();
    String cookies = "parley_session=" + user.cookie("parley_session").orElseThrow();
    Map<String, String> headers = Map.of("Cookie", cookies, "Origin", "http://localhost:" + port);
    try (Client client = new Client("/rtc/v1?" + query(token(in)), Map.of());
        OpenPage page = new OpenPage(port, headers)) {
      client.next();
      end(how, user, email);
      assertThat(statusWithinASecond(401, () -> user.get("/api/v1/users/me").status()))
          .isEqualTo(401);
      assertThat(page.closeCode()).isEqualTo(4401);
      client.closeCode();
    }
    assertThat(refusal("/rtc/v1?" + query(token(in)), Map.of())).isEqualTo(401);
  }

  /** A node may remember for half a second what it has read of a session. */
  private static int statusWithinASecond(int wanted, IntSupplier ask) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    int status = ask.getAsInt();
    while (status != wanted && System.nanoTime() < end) {
      status = ask.getAsInt();
    }
    return status;
  }

  private void end(String how, Visitor user, String email) {
    switch (how) {
      case "ended elsewhere" -> {
        Visitor other = new Visitor(port);
        other.post("/api/v1/sessions", Map.of("email", email, "password", "correct horse battery"));
        assertThat(other.delete("/api/v1/sessions").status()).isEqualTo(204);
      }
      case "role changed" ->
          transaction.executeWithoutResult(
              status -> events.publishEvent(new RightsChanged(idOf(email))));
      // As another node or a hand in the database would: no event comes here.
      default ->
          jdbc.sql("UPDATE users SET status = :status WHERE email = :email")
              .param("status", how)
              .param("email", email)
              .update();
    }
  }

  private UUID idOf(String email) {
    return jdbc.sql("SELECT id FROM users WHERE email = :email")
        .param("email", email)
        .query(UUID.class)
        .single();
  }

  private JsonNode guest() {
    return new Visitor(port).post(path + "/join", Map.of("displayName", "Bo")).json();
  }

  private static String token(JsonNode in) {
    return in.path("media").path("token").asString();
  }

  private static String query(String token) {
    return "access_token=" + token + "&join_request=" + joinRequest(0);
  }

  /** As clients of today send it, made longer by as many bytes. */
  private static String joinRequest(int padding) {
    JoinRequest.Builder join =
        JoinRequest.newBuilder().setClientInfo(ClientInfo.newBuilder().setProtocol(17));
    if (padding > 0) {
      join.setPublisherOffer(
          SessionDescription.newBuilder().setType("offer").setSdp("x".repeat(padding)));
    }
    ByteString bytes = join.build().toByteString();
    byte[] wrapped = WrappedJoinRequest.newBuilder().setJoinRequest(bytes).build().toByteArray();
    return URLEncoder.encode(
        Base64.getUrlEncoder().encodeToString(wrapped), StandardCharsets.US_ASCII);
  }

  private HttpResponse<String> ask(String method, String target, Map<String, String> headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
              .method(method, BodyPublishers.noBody());
      headers.entrySet().stream()
          .filter(header -> !header.getKey().equals("Origin"))
          .forEach(header -> request.header(header.getKey(), header.getValue()));
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private int refusal(String target, Map<String, String> headers) {
    try (Client client = new Client(target, headers)) {
      throw new AssertionError("was let in: " + client);
    } catch (CompletionException refused) {
      return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }
  }

  /** A client of the signal that only listens. */
  private final class Client implements WebSocket.Listener, AutoCloseable {
    private final LinkedBlockingQueue<SignalResponse> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private ByteString partial = ByteString.EMPTY;

    Client(String target, Map<String, String> headers) {
      WebSocket.Builder builder = HTTP.newWebSocketBuilder();
      headers.forEach(builder::header);
      this.socket = builder.buildAsync(URI.create("ws://localhost:" + port + target), this).join();
    }

    SignalResponse next() throws InterruptedException {
      SignalResponse message = heard.poll(20, TimeUnit.SECONDS);
      assertThat(message).as("a message within 20 s").isNotNull();
      return message;
    }

    int closeCode() {
      return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    void sendInParts(int bytes) {
      int part = 64 * 1024;
      try {
        for (int sent = 0; sent < bytes; sent += part) {
          socket.sendBinary(ByteBuffer.allocate(part), sent + part >= bytes).join();
        }
      } catch (CompletionException closedMeanwhile) {
        // What the test is about is the code the server closed it with.
      }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      partial = partial.concat(ByteString.copyFrom(part));
      if (last) {
        heard.add(parse(partial));
        partial = ByteString.EMPTY;
      }
      from.request(1);
      return null;
    }

    private SignalResponse parse(ByteString bytes) {
      try {
        return SignalResponse.parseFrom(bytes);
      } catch (InvalidProtocolBufferException malformed) {
        throw new IllegalStateException(malformed);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(1006);
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}
