package parley.app.users;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form in which it is stored and compared: trimmed, composed (NFC),
 * lower case, its domain in ASCII (IDNA). Two spellings of the same address are equal.
 *
 * @param value the address, at most 254 characters (RFC 5321 §4.5.3.1)
 */
public record EmailAddress(String value) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;

  // RFC 5322 atoms joined by dots, and beyond ASCII whatever is a letter or a digit (RFC 6531).
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  /** The address in {@code text}, or nothing when it is none. Never throws. */
  public static Optional<EmailAddress> parse(String text) {
    String trimmed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    int at = trimmed.lastIndexOf('@');
    if (at < 1 || trimmed.length() > LONGEST) {
      return Optional.empty();
    }
    String localPart = trimmed.substring(0, at).toLowerCase(Locale.ROOT);
    String domain = ascii(trimmed.substring(at + 1));
    boolean sound =
        localPart.length() <= LONGEST_LOCAL_PART
            && LOCAL_PART.matcher(localPart).matches()
            && DOMAIN.matcher(domain).matches()
            && localPart.length() + 1 + domain.length() <= LONGEST;
    return sound ? Optional.of(new EmailAddress(localPart + "@" + domain)) : Optional.empty();
  }

  /** What stands before the {@code @}. */
  public String localPart() {
    return value.substring(0, value.lastIndexOf('@'));
  }

  /** What stands behind the {@code @}. */
  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      return "";
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
