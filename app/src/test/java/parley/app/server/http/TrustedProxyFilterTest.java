package parley.app.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import parley.app.server.startup.StartRefused;
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
    Binder binder =
        new Binder(new MapConfigurationPropertySource(Map.of("parley.trusted-proxies", trusted)));
    ParleySettings settings = binder.bindOrCreate("parley", ParleySettings.class);
    MockFilterChain chain = new MockFilterChain();
    new TrustedProxyFilter(settings).doFilter(request, new MockHttpServletResponse(), chain);
    return (HttpServletRequest) java.util.Objects.requireNonNull(chain.getRequest());
  }
}
