package parley.sfu.transport.dtls;

import java.io.IOException;
import java.time.Duration;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.TlsFatalAlert;

/**
 * What both sides of a handshake keep to.
 *
 * @param certificate what we show
 * @param expected what the other side must show
 * @param limit how long the handshake may take
 */
record HandshakeRules(DtlsCertificate certificate, Fingerprint expected, Duration limit) {
  /**
   * A lost flight is sent again after this: the usual second would be heard. It doubles each time.
   */
  static final int RESEND_MILLIS = 100;

  /** All with forward secrecy, ECDSA and authenticated encryption. */
  static int[] cipherSuites() {
    return new int[] {
      CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
      CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
      CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
    };
  }

  /** Refuses a certificate that was not announced, before any key exists (RFC 8122 §6.2). */
  void check(Certificate shown) throws IOException {
    if (shown.isEmpty() || !expected.matches(shown.getCertificateAt(0).getEncoded())) {
      throw new WrongFingerprint();
    }
  }

  int limitMillis() {
    return Math.toIntExact(limit.toMillis());
  }

  /** The other side is not who it said it was. */
  static final class WrongFingerprint extends TlsFatalAlert {
    WrongFingerprint() {
      super(AlertDescription.bad_certificate);
    }
  }
}
