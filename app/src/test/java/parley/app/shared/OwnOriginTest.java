package parley.app.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OwnOriginTest {
  /** The public address, how a request looks, and by which address it has come. */
  @ParameterizedTest
  @CsvSource({
    "https://meet.example.org, https, meet.example.org, 443, , https://meet.example.org",
    "https://meet.example.org, http, meet.example.org, 80, , https://meet.example.org",
    "https://meet.example.org:8443, https, meet.example.org, 443, , https://meet.example.org:8443",
    "https://meet.example.org, http, 127.0.0.1, 8080, https://meet.example.org, https://meet.example.org",
    "https://meet.example.org, http, 127.0.0.1, 8080, , http://127.0.0.1:8080",
    "https://meet.example.org, http, 127.0.0.1, 8080, https://evil.example, http://127.0.0.1:8080",
    "http://localhost:8080, http, localhost, 8080, , http://localhost:8080",
    "http://localhost:8080, http, localhost, 9000, , http://localhost:9000",
    "http://localhost:8080, http, 192.168.7.20, 8080, , http://192.168.7.20:8080",
    "https://192.168.7.20:8443, https, 127.0.0.1, 8443, , https://127.0.0.1:8443",
  })
  void knowsTheAddressOfTheAsker(
      String publicUrl,
      String scheme,
      String host,
      int port,
      @Nullable String origin,
      String expected) {
    var request = new MockHttpServletRequest();
    request.setScheme(scheme);
    request.setServerName(host);
    request.setServerPort(port);
    if (origin != null) {
      request.addHeader("Origin", origin);
    }
    assertThat(new OwnOrigin(() -> publicUrl).reachedAt(request)).isEqualTo(expected);
  }
}
