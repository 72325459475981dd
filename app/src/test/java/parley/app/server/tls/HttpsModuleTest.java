package parley.app.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import parley.app.shared.ParleySettings;
import parley.app.shared.PublicUrl;
import parley.app.testing.ParleyTest;

/** The whole server with {@code --lan}. */
@ParleyTest
@TestPropertySource(properties = "parley.lan=true")
class HttpsModuleTest {
  @LocalServerPort int port;
  @Autowired ParleySettings settings;
  @Autowired PublicUrl publicUrl;

  @Test
  void speaksTlsWithTheCertificateOfTheDataFolder() throws Exception {
    Path file = settings.dataDir().resolve("tls/lan.crt");
    X509Certificate certificate = SelfSigned.read(file);
    HttpResponse<String> answer = get(certificate, "TLSv1.3");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.sslSession().map(SSLSession::getProtocol)).hasValue("TLSv1.3");
    assertThat(get(certificate, "TLSv1.2").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsOlder() throws Exception {
    X509Certificate certificate = SelfSigned.read(settings.dataDir().resolve("tls/lan.crt"));
    assertThatThrownBy(() -> get(certificate, "TLSv1.1")).isInstanceOf(IOException.class);
  }

  @Test
  void isPublicOverHttpsAndMarksItsCookiesSecure() throws Exception {
    assertThat(publicUrl.base()).startsWith("https://").endsWith(":" + port);
    HttpResponse<String> answer =
        get(SelfSigned.read(settings.dataDir().resolve("tls/lan.crt")), "TLSv1.3");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    assertThat(answer.headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("Secure"))
        .isNotEmpty();
  }

  private HttpResponse<String> get(X509Certificate trusted, String protocol) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null);
    store.setCertificateEntry("parley", trusted);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(context).sslParameters(parameters).build()) {
      URI address = URI.create("https://localhost:" + port + "/api/v1/openapi.json");
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
