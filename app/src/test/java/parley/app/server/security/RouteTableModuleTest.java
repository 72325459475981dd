package parley.app.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import parley.app.shared.OpenRoutes;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestDatabase;

/**
 * Every route of the API there is, taken from the running application, against the rules that hold
 * for all.
 */
@ParleyTest
class RouteTableModuleTest {
  private static final String ID = "0199a0b0-0000-7000-8000-000000000000";
  private static int people;

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired ObjectProvider<OpenRoutes> openRoutes;
  @Autowired TestDatabase database;
  private final HttpClient http = HttpClient.newHttpClient();
  private String cookie = "";

  private record Route(String method, String pattern) {
    String path() {
      return pattern.replaceAll("\\{[^}]*}", ID);
    }

    /** {@code declared} as in {@link OpenRoutes}: a method and a pattern. */
    boolean isMeantBy(String declared) {
      String[] parts = declared.split(" ", 2);
      PathContainer path = PathContainer.parsePath(path());
      return parts[0].equals(method)
          && PathPatternParser.defaultInstance.parse(parts[1]).matches(path);
    }

    boolean changes() {
      return !method.equals("GET") && !method.equals("HEAD");
    }
  }

  @BeforeEach
  void signUp() throws Exception {
    HttpResponse<String> answer =
        send(request("/api/v1/users").POST(BodyPublishers.ofString(newPerson())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(value -> value.startsWith("parley_session="))
            .map(value -> value.replaceFirst(";.*", ""))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void nobodyGetsIntoARouteThatIsNotDeclaredOpen() throws Exception {
    List<String> open = openRoutes.stream().flatMap(some -> some.routes().stream()).toList();
    SoftAssertions softly = new SoftAssertions();
    for (Route route : routes()) {
      if (open.stream().noneMatch(route::isMeantBy)) {
        HttpResponse<String> answer =
            send(request(route.path()).method(route.method(), BodyPublishers.ofString("{}")));
        softly.assertThat(answer.statusCode()).as(route.toString()).isEqualTo(401);
        softly
            .assertThat(answer.body())
            .as(route.toString())
            .contains("\"code\":\"not_logged_in\"");
      }
    }
    softly.assertAll();
  }

  @Test
  void everyChangeByACookieNeedsTheCsrfToken() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (Route route : routes()) {
      if (route.changes()) {
        HttpResponse<String> answer =
            send(
                request(route.path())
                    .header("Cookie", cookie)
                    .method(route.method(), BodyPublishers.ofString("{}")));
        softly.assertThat(answer.statusCode()).as(route.toString()).isEqualTo(403);
        softly.assertThat(answer.body()).as(route.toString()).contains("\"code\":\"csrf\"");
      }
    }
    softly.assertAll();
  }

  @Test
  void noChangeIsTakenFromAnotherSite() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (Route route : routes()) {
      if (route.changes()) {
        HttpRequest.Builder request =
            request(route.path()).method(route.method(), BodyPublishers.ofString("{}"));
        HttpResponse<String> answer =
            send(withToken(request).header("Origin", "https://evil.example"));
        softly
            .assertThat(answer.body())
            .as(route.toString())
            .contains("\"code\":\"foreign_origin\"");
      }
    }
    softly.assertAll();
  }

  @Test
  void aCookieWithItsTokenGetsThrough() throws Exception {
    HttpResponse<String> answer =
        send(
            withToken(
                request("/api/v1/sessions/current")
                    .header("Origin", "http://localhost:" + port)
                    .DELETE()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  /** Reading leaves nothing behind but lines of the trail that say who read. */
  @Test
  void noGetChangesARow() throws Exception {
    readEverything();
    Staffing.give(
        JdbcClient.create(database.owner()),
        JdbcClient.create(database.owner())
            .sql("SELECT id FROM users ORDER BY id DESC LIMIT 1")
            .query(UUID.class)
            .single(),
        "admin");
    readEverything();
  }

  private void readEverything() throws Exception {
    Map<String, Long> before = rows();
    for (Route route : routes()) {
      if (!route.changes()) {
        send(request(route.path()).header("Cookie", cookie).GET());
      }
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void doubleKeysAndProtoAreRefused() throws Exception {
    for (String body :
        List.of(
            "{\"email\":\"a@example.org\",\"email\":\"b@example.org\"}",
            "{\"__proto__\":{}}",
            "{\"email\":")) {
      HttpResponse<String> answer =
          send(request("/api/v1/users").POST(BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body())
          .as(body)
          .contains("\"code\":\"malformed_json\"")
          .doesNotContain("Exception", "jackson");
    }
  }

  private HttpRequest.Builder withToken(HttpRequest.Builder request) {
    return request
        .header("Cookie", cookie + "; XSRF-TOKEN=token-of-the-test")
        .header("X-XSRF-TOKEN", "token-of-the-test");
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .keySet()
        .forEach(info -> {
          for (String pattern : info.getPatternValues()) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
              if (pattern.startsWith("/api/")) {
                routes.add(new Route(method.name(), pattern));
              }
            }
          }
        });
    assertThat(routes).hasSizeGreaterThan(10);
    return routes;
  }

  private Map<String, Long> rows() {
    JdbcClient sql = JdbcClient.create(database.owner());
    Map<String, Long> rows = new TreeMap<>();
    sql.sql(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('audit_logs', 'scheduled_tasks')")
        .query(String.class)
        .list()
        .forEach(table ->
            rows.put(table, sql.sql("SELECT count(*) FROM " + table).query(Long.class).single()));
    return rows;
  }

  private static String newPerson() {
    return """
    {"email":"person%d@example.org","password":"seven green lanterns hum","fullName":"Ann Example","displayName":"Ann"}\
    """
        .formatted(++people);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
