package parley.app.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import parley.app.server.http.LanAddresses;
import parley.app.server.http.ListenAddress;
import parley.app.server.startup.StartRefused;
import parley.app.shared.ParleySettings;

class HttpsPortTest {
  @TempDir Path folder;
  private final TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);

  @Test
  void takesTheOperatorsCertificate() throws Exception {
    PemPair pair = new PemPair(folder.resolve("meet.crt"), folder.resolve("meet.key"));
    SelfSigned.write(
        pair, List.of(InetAddress.ofLiteral("192.0.2.1")), Clock.systemUTC().instant());
    customize(
        Map.of(
            "parley.tls.cert",
            pair.certificate().toString(),
            "parley.tls.key",
            pair.key().toString()));
    WebServer server = factory.getWebServer();
    server.start();
    assertThat(server.getPort()).isPositive();
    server.stop();
    assertThat(factory.getSsl()).isNotNull();
  }

  @Test
  void saysThatTheOtherHalfIsMissing() throws Exception {
    Path certificate = Files.createFile(folder.resolve("meet.crt"));
    assertThatThrownBy(() -> customize(Map.of("parley.tls.cert", certificate.toString())))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("parley.tls.key is missing");
  }

  @Test
  void saysWhichFileCannotBeRead() {
    String nowhere = folder.resolve("nowhere.pem").toString();
    assertThatThrownBy(
            () -> customize(Map.of("parley.tls.cert", nowhere, "parley.tls.key", nowhere)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(nowhere);
  }

  @ParameterizedTest
  @CsvSource({
    "false, '', 127.0.0.1",
    "true, '', 0.0.0.0",
    "true, 127.0.0.1, 127.0.0.1",
    "true, 0.0.0.0, 0.0.0.0",
    "false, 0.0.0.0, 0.0.0.0",
  })
  void listensWhereItIsTold(boolean lan, String address, String expected) {
    Map<String, String> values =
        Map.of("parley.lan", String.valueOf(lan), "parley.data-dir", folder.toString());
    customize(values, address);
    assertThat(factory.getAddress()).isEqualTo(InetAddress.ofLiteral(expected));
  }

  private void customize(Map<String, String> values) {
    customize(values, "");
  }

  private void customize(Map<String, String> values, String address) {
    Binder binder = new Binder(new MapConfigurationPropertySource(values));
    ParleySettings settings = binder.bindOrCreate("parley", ParleySettings.class);
    LanCertificate lan = new LanCertificate(settings, new LanAddresses(), Clock.systemUTC());
    new HttpsPort(settings, new ListenAddress(settings, address, 0), lan).customize(factory);
  }
}
