package parley.app.login.social;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facebook's log-in as its documentation describes it: a dialog, a token for a code with its PKCE
 * verifier, and a Graph API that wants each request signed with the app's secret.
 */
final class GraphServer {
  static final String CLIENT = "1234567890";
  static final String SECRET = "the-secret-of-the-app";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<String, Visit> codes = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();

  private record Visit(Map<String, String> asked, Map<String, Object> person) {}

  GraphServer() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v23.0/oauth/access_token", this::token);
    server.createContext("/v23.0/me", this::me);
    server.start();
  }

  String base() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
  }

  /** Somebody agrees in the dialog; what the browser brings back. */
  Map<String, String> agree(URI dialog, Map<String, Object> person) {
    Map<String, String> asked = SocialLoginModuleTest.query(dialog);
    String code = "code-" + number.incrementAndGet();
    codes.put(code, new Visit(asked, person));
    return Map.of("code", code, "state", asked.get("state"));
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    Map<String, String> given = SocialLoginModuleTest.query(URI.create("http://x/?" + body));
    Visit visit = codes.remove(given.getOrDefault("code", ""));
    if (visit == null
        || !"POST".equals(exchange.getRequestMethod())
        || !CLIENT.equals(given.get("client_id"))
        || !SECRET.equals(given.get("client_secret"))
        || !visit.asked().get("redirect_uri").equals(given.get("redirect_uri"))
        || !visit.asked().get("code_challenge").equals(challenge(given.get("code_verifier")))) {
      answer(exchange, 400, Map.of("error", Map.of("type", "OAuthException", "code", 100)));
      return;
    }
    String token = "token/" + number.incrementAndGet();
    people.put(token, visit.person());
    answer(
        exchange,
        200,
        Map.of("access_token", token, "token_type", "bearer", "expires_in", 5183944));
  }

  private void me(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
    Map<String, String> query = SocialLoginModuleTest.query(exchange.getRequestURI());
    Map<String, Object> person = people.get(token);
    if (person == null
        || !proof(token).equals(query.get("appsecret_proof"))
        || !"id,name,email".equals(query.get("fields"))) {
      answer(exchange, 400, Map.of("error", Map.of("type", "GraphMethodException", "code", 100)));
      return;
    }
    answer(exchange, 200, person);
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] json = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
    exchange.close();
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String proof(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
