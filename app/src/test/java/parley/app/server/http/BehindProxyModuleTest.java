package parley.app.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import parley.app.testing.ParleyTest;
import parley.app.testing.RawHttp;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** What goes by the outer address, and what a proxy that says little must not open. */
@ParleyTest
@TestPropertySource(
    properties = {
      "parley.public-url=https://Meet.Example.org:443/",
      "parley.trusted-proxies=127.0.0.1",
      "parley.monitoring-key=a-key-of-the-operator"
    })
class BehindProxyModuleTest {
  private static final String FIGURES = "GET /actuator/prometheus HTTP/1.1\nHost: ";
  private static final String HEALTH = "GET /actuator/health HTTP/1.1\nHost: ";
  private static final String KEY = "\nAuthorization: Bearer a-key-of-the-operator";

  @LocalServerPort int port;

  /**
   * As nginx by the documentation, Caddy, Apache, HAProxy and nginx with nothing but an address.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-Proto: https, X-Forwarded-Host: meet.example.org, X-Forwarded-For: 203.0.113.9",
        "X-Forwarded-Host: meet.example.org, X-Forwarded-For: 203.0.113.9",
        "Forwarded: for=203.0.113.9;proto=https;host=meet.example.org",
        "X-Forwarded-For: 203.0.113.9, Origin: https://meet.example.org",
        "Origin: https://meet.example.org"
      })
  void whoIsLetInIsToldTheOuterAddress(String headers) {
    Visitor visitor = new Visitor(port).signUp(java.util.UUID.randomUUID() + "@example.org");
    String code =
        visitor.post("/api/v1/meetings", Map.of("title", "Tea")).json().path("code").asString();
    for (String header : headers.split(", ")) {
      String[] parts = header.split(": ", 2);
      visitor.with(parts[0], parts[1]);
    }
    Visitor.Answer answer = visitor.post("/api/v1/meetings/" + code + "/join", Map.of());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/media/url").asString()).isEqualTo("wss://meet.example.org");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Secure"));
    assertThat(answer.header("Strict-Transport-Security")).isNotEmpty();
  }

  @Test
  void whoComesByAnotherAddressOfOursIsToldThat() {
    Visitor visitor = new Visitor(port).signUp("lan@example.org");
    JsonNode meeting = visitor.post("/api/v1/meetings", Map.of("title", "Tea")).json();
    String join = "/api/v1/meetings/" + meeting.path("code").asString() + "/join";
    assertThat(visitor.post(join, Map.of()).json().at("/media/url").asString())
        .isEqualTo("ws://localhost:" + port);
  }

  @Test
  void aProxyThatSaysNothingOpensNoFigures() {
    assertThat(RawHttp.ask(port, FIGURES + "127.0.0.1:8080")).startsWith("HTTP/1.1 404");
    assertThat(RawHttp.ask(port, FIGURES + "localhost")).startsWith("HTTP/1.1 404");
    assertThat(RawHttp.ask(port, FIGURES + "localhost" + KEY)).startsWith("HTTP/1.1 200");
    assertThat(RawHttp.ask(port, HEALTH + "127.0.0.1:8080"))
        .startsWith("HTTP/1.1 200")
        .contains("UP")
        .doesNotContain("components");
  }

  @Test
  void healthTellsTheOperatorOfAProxyThatSaysNothing() {
    RawHttp.status(port, "meet.example.org", "/api/v1/config");
    assertThat(RawHttp.ask(port, HEALTH + "localhost" + KEY))
        .startsWith("HTTP/1.1 200")
        .contains("\"proxy\":", "DOUBTFUL", "127.0.0.1 does not say for whom it asks");
  }
}
