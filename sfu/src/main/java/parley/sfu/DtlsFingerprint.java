package parley.sfu;

import java.util.HexFormat;
import java.util.Locale;

/**
 * The hash of a DTLS certificate (RFC 8122 §5).
 *
 * @param algorithm as in SDP, lower case: {@code sha-256}
 * @param value the raw bytes
 */
public record DtlsFingerprint(String algorithm, byte[] value) {
  /** As SDP writes it: upper-case hex, bytes divided by colons. */
  public String text() {
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(value);
  }

  /**
   * Reads the SDP form.
   *
   * @throws IllegalArgumentException when {@code text} is no colon-divided hex
   */
  public static DtlsFingerprint parse(String algorithm, String text) {
    byte[] value = HexFormat.ofDelimiter(":").parseHex(text.trim());
    return new DtlsFingerprint(algorithm.toLowerCase(Locale.ROOT), value);
  }
}
