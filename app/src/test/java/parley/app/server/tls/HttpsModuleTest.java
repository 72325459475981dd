package parley.app.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  // By hand: the client of the JDK would not even ask for what is older.
  @ParameterizedTest
  @CsvSource({"3, 22", "2, 21", "1, 21"})
  void refusesWhatIsOlder(int minorVersion, int typeOfAnswer) throws Exception {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(clientHello(minorVersion));
      // RFC 5246 §6.2.1: 22 is a handshake that goes on, 21 an alert.
      assertThat(socket.getInputStream().read()).isEqualTo(typeOfAnswer);
    }
  }

  /** RFC 5246 §7.4.1.2, with suites of every version; 3.3 is TLS 1.2, 3.2 is TLS 1.1. */
  private static byte[] clientHello(int minorVersion) {
    HexFormat hex = HexFormat.of();
    byte[] extensions =
        hex.parseHex("000a000400020017" + "000b00020100" + "000d000a0008040308040401" + "0403");
    byte[] suites = hex.parseHex("c02bc02fc009c00ac013c014002f0035");
    int body = 2 + 32 + 1 + 2 + suites.length + 2 + 2 + extensions.length;
    return ByteBuffer.allocate(9 + body)
        .put((byte) 22)
        .putShort((short) 0x0301)
        .putShort((short) (4 + body))
        .putInt(0x01000000 | body)
        .put((byte) 3)
        .put((byte) minorVersion)
        .put(new byte[32])
        .put((byte) 0)
        .putShort((short) suites.length)
        .put(suites)
        .putShort((short) 0x0100)
        .putShort((short) extensions.length)
        .put(extensions)
        .array();
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
