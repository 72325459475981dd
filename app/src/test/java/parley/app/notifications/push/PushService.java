package parley.app.notifications.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A push service on this machine (RFC 8030): notes what it gets and answers what it is told to. */
public final class PushService implements AutoCloseable {
  public final CopyOnWriteArrayList<Push> pushes = new CopyOnWriteArrayList<>();
  public volatile int answer = 201;
  public volatile String retryAfter = "";
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final HttpServer server;

  /** One push as it came. */
  public record Push(String path, Map<String, String> headers, byte[] body) {}

  public PushService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String endpoint(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  /** Notes what comes to this path and answers only when it is {@link #letGo}. */
  public void hold(String path) {
    held.add(path);
  }

  public void letGo() {
    letGo.countDown();
  }

  /** Whether something comes to this path within the time. */
  public boolean await(String path, Duration most) throws InterruptedException {
    Instant end = Instant.now().plus(most);
    while (pushes.stream().noneMatch(push -> push.path().equals(path))) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return true;
  }

  @Override
  public void close() {
    letGo();
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    byte[] body = exchange.getRequestBody().readAllBytes();
    pushes.add(new Push(exchange.getRequestURI().getPath(), headers, body));
    if (held.contains(exchange.getRequestURI().getPath())) {
      waitUntilLetGo();
    }
    if (!retryAfter.isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    if (answer == 307) {
      exchange.getResponseHeaders().set("Location", endpoint("elsewhere"));
    }
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private void waitUntilLetGo() {
    try {
      letGo.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
