package parley.sfu.transport;

import java.util.HexFormat;
import java.util.Locale;

/** The certificate our DTLS side shows, as far as others need to know it. */
public interface DtlsIdentity {
  /** SHA-256 of the DER certificate. */
  byte[] sha256();

  /** The same as SDP writes it (RFC 8122): upper-case hexadecimal with colons. */
  default String sdpFingerprint() {
    return HexFormat.ofDelimiter(":").formatHex(sha256()).toUpperCase(Locale.ROOT);
  }
}
