package parley.app.login.factors;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change every 30 seconds (RFC 6238 with HMAC-SHA-1, what every authenticator app
 * knows).
 */
final class TotpCodes {
  /** Length of a time step in seconds. */
  static final int STEP_SECONDS = 30;

  private final HmacOneTimePasswordGenerator generator;

  /**
   * @param digits length of a code, 6 to 8
   */
  TotpCodes(int digits) {
    this.generator = new HmacOneTimePasswordGenerator(digits);
  }

  /** The time step of this moment: whole half minutes since 1970. */
  static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of one step. */
  String at(byte[] secret, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()), step, Locale.ROOT);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
