package parley.app.server.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import parley.app.server.http.LanAddresses;
import parley.app.shared.ParleySettings;

/**
 * The certificate for {@code --lan}: signed by itself, for this machine's addresses. It is kept in
 * the data folder, so that browsers that accepted it need not ask again, and made anew when an
 * address is missing in it or it nears its end.
 */
@Component
class LanCertificate {
  private static final Duration RENEW_BEFORE = Duration.ofDays(30);

  private final Path folder;
  private final LanAddresses addresses;
  private final Clock clock;

  LanCertificate(ParleySettings settings, LanAddresses addresses, Clock clock) {
    this.folder = settings.dataDir().resolve("tls");
    this.addresses = addresses;
    this.clock = clock;
  }

  /** The kept one, or a new one. */
  PemPair pair() {
    PemPair pair = new PemPair(folder.resolve("lan.crt"), folder.resolve("lan.key"));
    try {
      if (!serves(pair)) {
        Files.createDirectories(folder);
        SelfSigned.write(pair, addresses.all(), clock.instant());
      }
      return pair;
    } catch (IOException e) {
      throw new UncheckedIOException("The certificate in " + folder + " cannot be read or made", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The certificate cannot be made", e);
    }
  }

  private boolean serves(PemPair pair) throws IOException {
    if (!Files.exists(pair.certificate()) || !Files.exists(pair.key())) {
      return false;
    }
    X509Certificate kept = SelfSigned.read(pair.certificate());
    boolean lasts = kept.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEW_BEFORE));
    return lasts && SelfSigned.names(kept).containsAll(texts(addresses.all()));
  }

  private static Set<String> texts(List<InetAddress> addresses) {
    return addresses.stream().map(SelfSigned::text).collect(Collectors.toSet());
  }
}
