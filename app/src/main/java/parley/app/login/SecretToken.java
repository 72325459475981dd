package parley.app.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret that opens something to whoever holds it: 256 random bits, written in 43 characters of
 * base64url. The database keeps {@link #hash()} only; with so many random bits a fast hash without
 * salt is enough.
 */
public record SecretToken(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  public static SecretToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What somebody presents as a token; empty if it cannot be one. */
  public static Optional<SecretToken> parse(String presented) {
    return FORM.matcher(presented).matches()
        ? Optional.of(new SecretToken(presented))
        : Optional.empty();
  }

  /** SHA-256 of the written form, 32 bytes. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "SecretToken[…]";
  }
}
