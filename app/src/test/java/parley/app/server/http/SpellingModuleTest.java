package parley.app.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import parley.app.server.http.RawHttp.Answer;
import parley.app.testing.ParleyTest;
import parley.app.testing.Visitor;

/**
 * Whoever decides by the address of a request (a cache before us, a rule within) sees the one that
 * a controller sees: no other spelling gets through, and nothing private may be kept.
 */
@ParleyTest
class SpellingModuleTest {
  private static final String ID = "00000000-0000-7000-8000-000000000000";

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private final SoftAssertions softly = new SoftAssertions();

  @Test
  void noAnswerOfAnyRouteInAnySpellingMayBeKept() {
    String cookie = cookie();
    for (String path : paths()) {
      mayNotBeKept(path, ask(path, cookie));
      mayNotBeKept(path, ask(path, ""));
      for (String other : spellings(path)) {
        Answer answer = ask(other, cookie);
        mayNotBeKept(other, answer);
        softly.assertThat(answer.status()).as(other).isIn(400, 404);
      }
    }
    softly.assertAll();
  }

  @Test
  void thePersonIsNotToldUnderAnotherAddress() {
    String cookie = cookie();
    assertThat(ask("/api/v1/users/me", cookie).status()).isEqualTo(200);
    for (String other : spellings("/api/v1/users/me")) {
      Answer answer = ask(other, cookie);
      softly.assertThat(answer.status()).as(other).isIn(400, 404);
      softly.assertThat(answer.body()).as(other).doesNotContain("spelling", "Ada");
      softly.assertThat(answer.header("x-content-type-options")).as(other).hasValue("nosniff");
      softly.assertThat(answer.header("content-security-policy")).as(other).isNotEmpty();
    }
    softly.assertAll();
  }

  @Test
  void onlyWhatNeverChangesMayBeKeptByAll() {
    assertThat(ask("/assets/nowhere.js", "").header("cache-control")).hasValue("no-store");
    assertThat(ask("/nowhere", "").header("cache-control")).hasValue("no-store");
    assertThat(ask("/login", "").header("cache-control")).hasValue("no-store");
    assertThat(ask("/actuator/health", "").header("cache-control")).hasValue("no-store");
    assertThat(ask("/rtc/v1/validate", "").header("cache-control")).hasValue("no-store");
  }

  /** What somebody types by mistake is no attack: they are told that there is nothing. */
  @Test
  void aSpaceOrAnUmlautIsJustAnotherAddress() {
    assertThat(ask("/m/abcd%20", "").status()).isEqualTo(200);
    assertThat(ask("/gr%C3%B6%C3%9Fe", "").status()).isEqualTo(404);
  }

  private void mayNotBeKept(String path, Answer answer) {
    softly.assertThat(answer.header("cache-control")).as(path).hasValue("no-store");
  }

  private static List<String> spellings(String path) {
    String rest = path.substring(1);
    String last = path.substring(path.lastIndexOf('/') + 1);
    String before = path.substring(0, path.length() - last.length());
    return Stream.of(
            "/%" + Integer.toHexString(rest.charAt(0)) + rest.substring(1),
            "/%25" + Integer.toHexString(rest.charAt(0)) + rest.substring(1),
            "/" + path,
            "/." + path,
            "/x/.." + path,
            "/x/%2e%2e" + path,
            "/x%2f.." + path,
            "/\\" + rest,
            "/%5c" + rest,
            "/;" + path,
            path + ";a=b",
            before + ";/" + last,
            path + "%00",
            path + "/.",
            path + "%2f",
            path + "//",
            before.replaceFirst("/$", "%2F") + last,
            path.toUpperCase(java.util.Locale.ROOT))
        .filter(other -> !other.equals(path))
        .toList();
  }

  private List<String> paths() {
    List<String> paths =
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .flatMap(info -> info.getPatternValues().stream())
            .map(pattern -> pattern.replaceAll("\\{\\*?[^}]*}", ID))
            .filter(path -> path.startsWith("/api/"))
            .distinct()
            .toList();
    assertThat(paths).hasSizeGreaterThan(60);
    return paths;
  }

  private String cookie() {
    Visitor visitor = new Visitor(port).signUp("spelling" + System.nanoTime() + "@example.org");
    return "Cookie: parley_session=" + visitor.cookie("parley_session").orElseThrow() + "\r\n";
  }

  private Answer ask(String path, String headers) {
    return RawHttp.send(
        port,
        "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n"
            .formatted(path, headers));
  }
}
