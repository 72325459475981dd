package parley.app.login.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import parley.app.shared.KeyScope;
import parley.app.testing.ParleyTest;
import parley.app.testing.Visitor;

/** Every route there is, asked with a key of each scope, against the table of docs/api/keys.md. */
@ParleyTest
class KeyRouteModuleTest {
  private static final String ID = "0199a0b0-0000-7000-8000-000000000000";
  private static final Set<String> CLOSED = Set.of("scope_missing", "not_for_api_keys");

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void aKeyReachesWhatTheTableSaysAndNothingElse() throws IOException {
    Map<String, Set<String>> table = table();
    Set<String> routes = routes();
    assertThat(routes).containsAll(table.values().stream().flatMap(Set::stream).toList());
    SoftAssertions softly = new SoftAssertions();
    for (KeyScope scope : KeyScope.values()) {
      Visitor program = programWith(scope);
      Set<String> opened = new TreeSet<>(table.get("every key"));
      opened.addAll(table.get(scope.spelled()));
      Set<String> reached =
          routes.stream()
              .filter(route -> reaches(program, route))
              .collect(Collectors.toCollection(TreeSet::new));
      softly.assertThat(reached).as(scope.spelled()).isEqualTo(opened);
    }
    softly.assertAll();
  }

  @Test
  void noKeyConnectsToTheUpdateChannel() {
    for (KeyScope scope : KeyScope.values()) {
      assertThat(programWith(scope).get("/api/v1/updates").code()).isIn(CLOSED);
    }
  }

  private boolean reaches(Visitor program, String route) {
    String[] parts = route.split(" ", 2);
    String path = parts[1].replaceAll("\\{[^}]*}", ID);
    Visitor.Answer answer =
        switch (parts[0]) {
          case "GET" -> program.get(path);
          case "POST" -> program.post(path, "{}");
          case "PUT" -> program.put(path, "{}");
          case "PATCH" -> program.patch(path, "{}");
          case "DELETE" -> program.delete(path);
          default -> throw new AssertionError(route);
        };
    return answer.status() != 403
        || !CLOSED.contains(answer.bytes().length == 0 ? "" : answer.code());
  }

  private Visitor programWith(KeyScope scope) {
    Visitor owner =
        new Visitor(port)
            .signUp(scope.spelled().replace(':', '.') + System.nanoTime() + "@example.org");
    String secret =
        owner
            .post(
                "/api/v1/users/me/api-keys",
                Map.of("name", "Test", "scopes", List.of(scope.spelled())))
            .json()
            .path("secret")
            .asString();
    return new Visitor(port).with("Authorization", "Bearer " + secret);
  }

  private Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .keySet()
        .forEach(info -> {
          for (String pattern : info.getPatternValues()) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
              if (pattern.startsWith("/api/")) {
                routes.add(method.name() + " " + pattern);
              }
            }
          }
        });
    assertThat(routes).hasSizeGreaterThan(20);
    return routes;
  }

  private static Map<String, Set<String>> table() throws IOException {
    Map<String, Set<String>> table = new TreeMap<>();
    Pattern route = Pattern.compile("`([A-Z]+ /[^`]+)`");
    try (Stream<String> lines = Files.lines(Path.of("../docs/api/keys.md"))) {
      lines
          .dropWhile(line -> !line.equals("## Scopes"))
          .takeWhile(line -> !line.startsWith("## Managing"))
          .filter(line -> line.startsWith("| ") && !line.startsWith("| scope"))
          .forEach(line -> {
            String[] cells = line.split("\\|");
            List<String> found = new ArrayList<>();
            route.matcher(cells[2]).results().forEach(match -> found.add(match.group(1)));
            table.put(cells[1].replace("`", "").strip(), new TreeSet<>(found));
          });
    }
    assertThat(table).hasSize(KeyScope.values().length + 1);
    return table;
  }
}
