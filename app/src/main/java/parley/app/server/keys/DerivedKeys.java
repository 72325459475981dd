package parley.app.server.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import parley.app.shared.SecretKeys;

/** HKDF with SHA-256 over the installation's secret (RFC 5869). */
final class DerivedKeys implements SecretKeys {
  private static final int KEY_BYTES = 32;

  private final byte[] secret;

  DerivedKeys(byte[] secret) {
    this.secret = secret.clone();
  }

  @Override
  public byte[] bytes(String purpose) {
    HKDFParameterSpec parameters =
        HKDFParameterSpec.ofExtract()
            .addIKM(secret)
            .thenExpand(("parley " + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES);
    try {
      SecretKey key = KDF.getInstance("HKDF-SHA256").deriveKey("Generic", parameters);
      return key.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of every Java since 25", e);
    }
  }
}
