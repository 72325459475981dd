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
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import parley.app.server.http.LanAddresses;
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

  private void customize(Map<String, String> values) {
    Binder binder = new Binder(new MapConfigurationPropertySource(values));
    ParleySettings settings = binder.bindOrCreate("parley", ParleySettings.class);
    LanCertificate lan = new LanCertificate(settings, new LanAddresses(), Clock.systemUTC());
    new HttpsPort(settings, lan).customize(factory);
  }
}
