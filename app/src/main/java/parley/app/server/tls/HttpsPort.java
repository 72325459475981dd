package parley.app.server.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import parley.app.server.http.ListenAddress;
import parley.app.server.startup.StartRefused;
import parley.app.shared.ParleySettings;

/** Makes the port speak TLS 1.2 and 1.3 when there is a certificate, and listen where it should. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HttpsPort implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
  private final ParleySettings settings;
  private final ListenAddress listen;
  private final LanCertificate lan;

  HttpsPort(ParleySettings settings, ListenAddress listen, LanCertificate lan) {
    this.settings = settings;
    this.listen = listen;
    this.lan = lan;
  }

  @Override
  public void customize(ConfigurableWebServerFactory factory) {
    ParleySettings.Tls tls = settings.tls();
    if (tls.cert() != null || tls.key() != null) {
      factory.setSsl(ssl(given("parley.tls.cert", tls.cert()), given("parley.tls.key", tls.key())));
    } else if (settings.lan()) {
      PemPair pair = lan.pair();
      factory.setSsl(ssl(pair.certificate(), pair.key()));
    }
    factory.setAddress(listen.address());
  }

  private static Ssl ssl(Path certificate, Path key) {
    Ssl ssl = new Ssl();
    ssl.setCertificate(certificate.toUri().toString());
    ssl.setCertificatePrivateKey(key.toUri().toString());
    ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return ssl;
  }

  private static Path given(String name, @Nullable Path file) {
    if (file == null) {
      throw new StartRefused(
          "A certificate needs its key and a key its certificate: " + name + " is missing.");
    }
    if (!Files.isReadable(file)) {
      throw new StartRefused("The file " + file + " of " + name + " cannot be read.");
    }
    return file.toAbsolutePath();
  }
}
