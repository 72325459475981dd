package parley.app.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An open page: a real WebSocket to the update channel. */
public final class OpenPage implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private volatile boolean deaf;

  /**
   * Connects, or throws {@link CompletionException} with the reason.
   *
   * @param headers such as {@code Authorization}, {@code Cookie} and {@code Origin}
   */
  public OpenPage(int port, Map<String, String> headers) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(20));
    headers.forEach(builder::header);
    this.socket =
        builder
            .buildAsync(URI.create("ws://localhost:" + port + "/api/v1/updates"), new Ear())
            .join();
  }

  /** As somebody with this bearer token. */
  public static OpenPage bearer(int port, String token) {
    return new OpenPage(port, Map.of("Authorization", "Bearer " + token));
  }

  /** Asks to read a topic behind a number; null: from now on. */
  public OpenPage subscribe(String topic, @Nullable Long after) {
    return say("{\"type\":\"subscribe\",\"topic\":\"%s\",\"after\":%s}".formatted(topic, after));
  }

  public OpenPage say(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /** The next message; fails when none comes within some seconds. */
  public JsonNode next() {
    JsonNode message = next(Duration.ofSeconds(20));
    if (message == null) {
      throw new AssertionError("nothing was heard");
    }
    return message;
  }

  /** The next message, or null if none comes in that time. */
  public @Nullable JsonNode next(Duration within) {
    try {
      return heard.poll(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** The next message of this type; others before it are passed over. */
  public JsonNode next(String type) {
    while (true) {
      JsonNode message = next();
      if (message.path("type").asString().equals(type)) {
        return message;
      }
    }
  }

  /** All that was heard and not taken yet. */
  public List<JsonNode> rest() {
    List<JsonNode> rest = new java.util.ArrayList<>();
    heard.drainTo(rest);
    return rest;
  }

  /** The code with which the server closed it. */
  public int closeCode() {
    return closed.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Reads nothing more, so that what is sent piles up. */
  public void goDeaf() {
    deaf = true;
  }

  /** Breaks the connection without a goodbye. */
  public void cut() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> null).join();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard.add(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      if (!deaf) {
        from.request(1);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
