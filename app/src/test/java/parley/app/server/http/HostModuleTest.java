package parley.app.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import parley.app.testing.ParleyTest;
import parley.app.testing.RawHttp;

/** Which names Parley answers to. */
@ParleyTest
@TestPropertySource(properties = "parley.hosts=box.lan, Meet.Example.net")
class HostModuleTest {
  private static final String UPGRADE =
      """
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      """;

  @LocalServerPort int port;

  /** A page whose name was pointed at us speaks as one of ours: its Origin is its Host. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/config",
        "/actuator/prometheus",
        "/actuator/health",
        "/",
        "/m/abcd-efghj-kmnp",
        "/rtc/v1",
        "/rtc/v1/validate",
        "//rtc/v1"
      })
  void refusesANameThatIsNotOurs(String path) {
    assertThat(RawHttp.status(port, "evil.example:" + port, path)).isEqualTo(421);
    assertThat(RawHttp.status(port, "localhost.evil.example", path)).isEqualTo(421);
    assertThat(RawHttp.status(port, "box", path)).isEqualTo(421);
  }

  @Test
  void refusesItsChannels() {
    for (String path : new String[] {"/api/v1/updates", "/rtc/v1?access_token=x"}) {
      String answer =
          RawHttp.ask(
              port,
              "GET %s HTTP/1.1\nHost: evil.example\nOrigin: http://evil.example\n%s"
                  .formatted(path, UPGRADE));
      assertThat(answer).startsWith("HTTP/1.1 421").contains("\"code\":\"unknown_host\"");
    }
  }

  @Test
  void saysSoInWordsToAPerson() {
    String answer =
        RawHttp.ask(port, "GET / HTTP/1.1\nHost: evil.example\nAccept: text/html,*/*;q=0.8");
    assertThat(answer)
        .startsWith("HTTP/1.1 421")
        .contains("Content-Type: text/plain", "parley.hosts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST.:8080",
        "parley.localhost",
        "127.0.0.1:9000",
        "[::1]:8080",
        "192.168.7.20:8080",
        "[2001:db8::7]",
        "box.lan:8080",
        "meet.example.net"
      })
  void answersToItsOwnNamesAndToAddresses(String host) {
    assertThat(RawHttp.status(port, host, "/api/v1/config")).isEqualTo(200);
    assertThat(RawHttp.status(port, host, "/")).isEqualTo(200);
  }

  @Test
  void answersToAProgramThatNamesNone() {
    assertThat(RawHttp.ask(port, "GET /api/v1/config HTTP/1.0")).contains(" 200");
    assertThat(RawHttp.ask(port, "GET /actuator/health HTTP/1.0")).doesNotContain(" 500");
  }

  @Test
  void figuresAreForThisMachineOnlyWhereItIsAskedAsThisMachine() {
    assertThat(RawHttp.status(port, "localhost:" + port, "/actuator/prometheus")).isEqualTo(200);
    assertThat(RawHttp.status(port, "[::1]", "/actuator/prometheus")).isEqualTo(200);
    assertThat(RawHttp.status(port, "box.lan", "/actuator/prometheus")).isEqualTo(404);
    assertThat(RawHttp.status(port, "192.168.7.20", "/actuator/prometheus")).isEqualTo(404);
    for (String header : new String[] {"X-Real-IP: 1.1.1.1", "Via: 1.1 x", "Forwarded: for=_a"}) {
      assertThat(RawHttp.ask(port, "GET /actuator/prometheus HTTP/1.1\nHost: localhost\n" + header))
          .startsWith("HTTP/1.1 404");
    }
  }
}
