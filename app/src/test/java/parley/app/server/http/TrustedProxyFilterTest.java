package parley.app.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import parley.app.server.startup.StartRefused;
import parley.app.shared.OwnOrigin;
import parley.app.shared.ParleySettings;

class TrustedProxyFilterTest {
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

  @Test
  void believesATrustedProxy() throws Exception {
    request.setRemoteAddr("10.0.0.7");
    request.addHeader("X-Forwarded-For", "203.0.113.9");
    request.addHeader("X-Forwarded-Proto", "https");
    request.addHeader("X-Forwarded-Host", "meet.example.org");
    HttpServletRequest seen = filtered("10.0.0.0/8");
    assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.9");
    assertThat(seen.isSecure()).isTrue();
    assertThat(seen.getServerName()).isEqualTo("meet.example.org");
    assertThat(seen.getServerPort()).isEqualTo(443);
  }

  @Test
  void takesTheLastHopThatIsNoProxyAndNothingLeftOfIt() throws Exception {
    request.setRemoteAddr("10.0.0.7");
    request.addHeader("X-Forwarded-For", "1.1.1.1, 203.0.113.9, 10.0.0.8");
    assertThat(filtered("10.0.0.0/8").getRemoteAddr()).isEqualTo("203.0.113.9");
  }

  /** As Caddy, Apache, HAProxy, an application gateway and the standard write them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For | 203.0.113.9                                   | 203.0.113.9",
        "X-Forwarded-For | 203.0.113.9:51234                             | 203.0.113.9",
        "X-Forwarded-For | [2001:db8::9]:51234                           | 2001:db8:0:0:0:0:0:9",
        "X-Forwarded-For | 2001:db8::9                                   | 2001:db8:0:0:0:0:0:9",
        "X-Forwarded-For | 1.1.1.1, unknown, 203.0.113.9                 | 203.0.113.9",
        "X-Forwarded-For | 1.1.1.1, unknown, 10.0.0.8                    | 10.0.0.8",
        "X-Forwarded-For | unknown                                       | 10.0.0.7",
        "Forwarded       | for=203.0.113.9                               | 203.0.113.9",
        "Forwarded       | For=\"203.0.113.9:51234\";proto=https         | 203.0.113.9",
        "Forwarded       | for=\"[2001:db8::9]:4711\"                    | 2001:db8:0:0:0:0:0:9",
        "Forwarded       | for=1.1.1.1, for=203.0.113.9;by=_x, for=10.0.0.8 | 203.0.113.9",
        "Forwarded       | for=_hidden, for=unknown                      | 10.0.0.7",
      })
  void readsHowProxiesWriteIt(String header, String value, String client) throws Exception {
    request.setRemoteAddr("10.0.0.7");
    request.addHeader(header, value);
    assertThat(filtered("10.0.0.0/8").getRemoteAddr()).isEqualTo(client);
  }

  @Test
  void readsTheStandardsHeaderAsAWhole() throws Exception {
    request.setRemoteAddr("10.0.0.7");
    request.addHeader(
        "Forwarded",
        "for=1.1.1.1;host=evil.example, for=203.0.113.9;proto=https;host=\"meet.example.org\"");
    HttpServletRequest seen = filtered("10.0.0.0/8");
    assertThat(seen.isSecure()).isTrue();
    assertThat(seen.getServerName()).isEqualTo("meet.example.org");
    assertThat(seen.getRequestURL()).hasToString("https://meet.example.org/");
  }

  /** A proxy that writes one of them hands the other on as a stranger wrote it. */
  @Test
  void believesNeitherWhereTheTwoKindsDiffer() throws Exception {
    request.setRemoteAddr("10.0.0.7");
    request.addHeader("X-Forwarded-For", "203.0.113.9");
    request.addHeader("Forwarded", "for=198.51.100.1");
    assertThat(filtered("10.0.0.0/8").getRemoteAddr()).isEqualTo("10.0.0.7");
  }

  @Test
  void tellsTheSameAddressInOnePiece() throws Exception {
    request.setRemoteAddr("10.0.0.7");
    request.setRequestURI("/api/v1/config");
    request.addHeader("X-Forwarded-For", "203.0.113.9");
    request.addHeader("X-Forwarded-Proto", "https");
    request.addHeader("X-Forwarded-Host", "meet.example.org:8443");
    assertThat(filtered("10.0.0.0/8").getRequestURL())
        .hasToString("https://meet.example.org:8443/api/v1/config");
  }

  @Test
  void tellsOnceOfHeadersThatAreNotBelievedAndOfAProxyThatSendsNone() throws Exception {
    ReverseProxy proxy = proxy(Map.of("parley.public-url", "https://meet.example.org"));
    request.setRemoteAddr("10.0.0.7");
    request.addHeader("Host", "meet.example.org");
    request.setServerName("meet.example.org");
    new TrustedProxyFilter(proxy)
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    assertThat(proxy.doubts()).singleElement().asString().contains("10.0.0.7 does not say");
    request.addHeader("X-Forwarded-For", "203.0.113.9");
    for (int i = 0; i < 3; i++) {
      request.setRemoteAddr("192.0.2." + i);
      new TrustedProxyFilter(proxy)
          .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
    assertThat(proxy.doubts()).hasSize(2).anyMatch(told -> told.contains("192.0.2.0/24"));
    proxy.compareSettings();
    assertThat(proxy.doubts()).hasSize(3).anyMatch(told -> told.contains("is empty"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://meet.example.org, 127.0.0.1, true",
    "https://meet.example.org, 0.0.0.0, true",
    "http://meet.example.org, 127.0.0.1, true",
    "http://192.0.2.7:8080, 0.0.0.0, false",
    "http://localhost:8080, 127.0.0.1, false",
    "'', 127.0.0.1, false",
  })
  void knowsWhetherAProxyIsToBeExpected(String publicUrl, String listen, boolean expected) {
    assertThat(proxy(Map.of("parley.public-url", publicUrl, "server.address", listen)).isExpected())
        .isEqualTo(expected);
  }

  @Test
  void believesNobodyElse() throws Exception {
    request.setRemoteAddr("10.1.0.7");
    request.addHeader("X-Forwarded-For", "203.0.113.9");
    request.addHeader("X-Forwarded-Proto", "https");
    request.addHeader("X-Forwarded-Host", "evil.example");
    HttpServletRequest seen = filtered("10.0.0.0/24");
    assertThat(seen.getRemoteAddr()).isEqualTo("10.1.0.7");
    assertThat(seen.isSecure()).isFalse();
    assertThat(seen.getServerName()).isEqualTo("localhost");
  }

  @Test
  void survivesNonsense() throws Exception {
    request.setRemoteAddr("10.0.0.7");
    request.addHeader("X-Forwarded-For", "unknown, ,;");
    request.addHeader("X-Forwarded-Proto", "gopher");
    request.addHeader("X-Forwarded-Host", "a b c");
    HttpServletRequest seen = filtered("10.0.0.0/8");
    assertThat(seen.getRemoteAddr()).isEqualTo("10.0.0.7");
    assertThat(seen.getScheme()).isEqualTo("http");
    assertThat(seen.getServerName()).isEqualTo("localhost");
  }

  @Test
  void saysWhichSettingIsWrong() {
    assertThatThrownBy(() -> filtered("10.0.0.0/99"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("10.0.0.0/99");
  }

  private HttpServletRequest filtered(String trusted) throws Exception {
    MockFilterChain chain = new MockFilterChain();
    new TrustedProxyFilter(proxy(Map.of("parley.trusted-proxies", trusted)))
        .doFilter(request, new MockHttpServletResponse(), chain);
    return (HttpServletRequest) java.util.Objects.requireNonNull(chain.getRequest());
  }

  private static ReverseProxy proxy(Map<String, String> values) {
    Binder binder = new Binder(new MapConfigurationPropertySource(values));
    ParleySettings settings = binder.bindOrCreate("parley", ParleySettings.class);
    ListenAddress listen =
        new ListenAddress(settings, values.getOrDefault("server.address", ""), 8080);
    return new ReverseProxy(
        settings, listen, new OwnOrigin(new PublicAddress(settings, new LanAddresses(), listen)));
  }
}
