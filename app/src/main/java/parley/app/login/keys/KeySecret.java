package parley.app.login.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as its owner has it: {@code parley_} and 256 random bits in 43 characters of base64url. The
 * prefix lets scanners for lost secrets find it. The database keeps {@link #hash()} only; with so
 * many random bits a fast hash without salt is enough.
 */
record KeySecret(String value) {
  static final String PREFIX = "parley_";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;
  private static final int SHOWN = 4;

  static KeySecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new KeySecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What somebody presents as a key; empty if it cannot be one. */
  static Optional<KeySecret> parse(String presented) {
    return FORM.matcher(presented).matches()
        ? Optional.of(new KeySecret(presented))
        : Optional.empty();
  }

  /** By which its owner tells it from others: its last four characters. */
  String ending() {
    return value.substring(value.length() - SHOWN);
  }

  /** SHA-256, 32 bytes. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "KeySecret[…]";
  }
}
