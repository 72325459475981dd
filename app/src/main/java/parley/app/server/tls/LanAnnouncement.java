package parley.app.server.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import parley.app.server.http.LanAddresses;
import parley.app.server.http.ListenAddress;
import parley.app.shared.ParleySettings;

/** Tells the person at the terminal what to tell the others, and what their browsers will say. */
@Component
@ConditionalOnProperty("parley.lan")
class LanAnnouncement {
  private final ParleySettings settings;
  private final LanCertificate certificate;
  private final ListenAddress listen;
  private final LanAddresses addresses;

  LanAnnouncement(
      ParleySettings settings,
      LanCertificate certificate,
      ListenAddress listen,
      LanAddresses addresses) {
    this.listen = listen;
    this.settings = settings;
    this.certificate = certificate;
    this.addresses = addresses;
  }

  @EventListener
  @Order
  void print(ApplicationReadyEvent event) throws IOException, GeneralSecurityException {
    String port =
        event.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
    StringBuilder text = new StringBuilder();
    for (InetAddress address : listen.reachable(addresses)) {
      text.append("On your network: https://")
          .append(LanAddresses.inUrl(address))
          .append(':')
          .append(port)
          .append('\n');
    }
    if (settings.tls().cert() == null) {
      text.append(
              """
              Browsers warn once that they do not know who made this certificate: this machine did, just now, for itself.
              Choose "Advanced" and go on; the connection is encrypted. To be sure it is this one, compare its SHA-256 fingerprint:
              """)
          .append(fingerprint())
          .append('\n');
    }
    System.out.print(text);
  }

  private String fingerprint() throws IOException, GeneralSecurityException {
    byte[] encoded = SelfSigned.read(certificate.pair().certificate()).getEncoded();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
    return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
  }
}
