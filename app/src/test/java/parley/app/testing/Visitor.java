package parley.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with a browser: sends JSON, keeps cookies, and sends the CSRF cookie back as a header,
 * as our pages do.
 */
public final class Visitor {
  // Escaped, so that what is sent is what was written, half characters too.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private final Map<String, String> headers = new ConcurrentHashMap<>();

  /** Of the Parley on this port of this machine. */
  public Visitor(int port) {
    this.base = "http://localhost:" + port;
  }

  /** What came back. */
  public record Answer(int status, byte[] bytes, java.net.http.HttpHeaders headers) {
    /** The body as JSON. */
    public JsonNode json() {
      return JSON.readTree(bytes);
    }

    /** The code of a problem document. */
    public String code() {
      return json().path("code").asString();
    }

    /** The first value of this header, or an empty text. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /** A header that goes with every request from now on. */
  public Visitor with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Takes over a cookie. */
  public Visitor withCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /** The value of a cookie that was set and not taken back. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /**
   * @param body anything that becomes JSON, such as a map; a text is sent as it is
   */
  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  /**
   * @param body JSON as for {@link #post}, or bytes as they are
   */
  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Signs up with this address and a good password, and is logged in after it. */
  public Visitor signUp(String email) {
    Answer answer =
        post(
            "/api/v1/users",
            Map.of("email", email, "password", "correct horse battery", "displayName", "Ada"));
    if (answer.status() != 201) {
      throw new IllegalStateException(
          "sign-up was answered " + answer.status() + " " + answer.json());
    }
    return this;
  }

  /** By any method; the body as for {@link #post}, or null for none. */
  public Answer send(String method, String path, @Nullable Object body) {
    if (!method.equals("GET") && !cookies.isEmpty() && cookie("XSRF-TOKEN").isEmpty()) {
      get("/api/v1/users/me");
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else if (body instanceof byte[] bytes) {
      request.method(method, BodyPublishers.ofByteArray(bytes));
    } else {
      String text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(text));
    }
    return answer(request.build());
  }

  private Answer answer(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Answer(response.statusCode(), response.body(), response.headers());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    if (setCookie.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair.substring(name.length() + 1));
    }
  }
}
