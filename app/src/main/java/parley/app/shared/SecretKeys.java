package parley.app.shared;

/**
 * Keys for signing and sealing. All come from one secret by HKDF (RFC 5869), so that several nodes
 * given the same {@code parley.secret-key} agree, and none is ever stored by itself.
 */
public interface SecretKeys {
  /** 32 bytes for this purpose; the same at every start, different for every purpose. */
  byte[] bytes(String purpose);

  /** The same as 64 hexadecimal digits. */
  default String text(String purpose) {
    return java.util.HexFormat.of().formatHex(bytes(purpose));
  }
}
