package parley.app.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import parley.app.server.http.LanAddresses;
import parley.app.shared.ParleySettings;
import parley.app.testing.TestClock;

class LanCertificateTest {
  @TempDir Path data;
  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T10:00:00Z"));
  private List<InetAddress> here =
      List.of(InetAddress.ofLiteral("192.0.2.7"), InetAddress.ofLiteral("2001:db8::7"));

  @Test
  void isForTheAddressesOfThisMachine() throws Exception {
    PemPair pair = certificate().pair();
    X509Certificate made = SelfSigned.read(pair.certificate());
    made.verify(made.getPublicKey());
    assertThat(SelfSigned.names(made))
        .contains("localhost", "127.0.0.1", "192.0.2.7", "2001:db8:0:0:0:0:0:7");
    assertThat(Files.getPosixFilePermissions(pair.key())).hasSize(2);
  }

  @Test
  void isKeptUntilAnAddressIsMissingOrItsEndIsNear() throws Exception {
    byte[] first = Files.readAllBytes(certificate().pair().certificate());
    assertThat(Files.readAllBytes(certificate().pair().certificate())).isEqualTo(first);
    here = List.of(InetAddress.ofLiteral("192.0.2.99"));
    byte[] moved = Files.readAllBytes(certificate().pair().certificate());
    assertThat(moved).isNotEqualTo(first);
    clock.advance(Duration.ofDays(800));
    assertThat(Files.readAllBytes(certificate().pair().certificate())).isNotEqualTo(moved);
  }

  private LanCertificate certificate() {
    Binder binder =
        new Binder(new MapConfigurationPropertySource(Map.of("parley.data-dir", data.toString())));
    ParleySettings settings = binder.bindOrCreate("parley", ParleySettings.class);
    LanAddresses addresses =
        new LanAddresses() {
          @Override
          public List<InetAddress> all() {
            return here;
          }
        };
    return new LanCertificate(settings, addresses, clock);
  }
}
