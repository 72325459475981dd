package parley.app.users;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form in which it is stored and compared: trimmed, composed (NFC),
 * lower case, its domain in ASCII (UTS 46, nontransitional: {@code straße} is {@code
 * xn--strae-oqa}). Two spellings of the same address are equal.
 *
 * @param value the address, at most 254 characters (RFC 5321 §4.5.3.1)
 */
public record EmailAddress(String value) {

  private static final IDNA DOMAINS =
      IDNA.getUTS46Instance(
          IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE);
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
    String written = trimmed.substring(0, at);
    String localPart = written.toLowerCase(Locale.ROOT);
    String domain = ascii(trimmed.substring(at + 1));
    boolean sound =
        hasSmallForm(written)
            && inBytes(localPart) <= LONGEST_LOCAL_PART
            && LOCAL_PART.matcher(localPart).matches()
            && DOMAIN.matcher(domain).matches()
            && inBytes(localPart) + 1 + domain.length() <= LONGEST;
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
    var info = new IDNA.Info();
    String ascii = DOMAINS.nameToASCII(domain, new StringBuilder(), info).toString();
    return info.hasErrors() ? "" : ascii;
  }

  // RFC 6531 §3.4: limits count octets of UTF-8.
  private static int inBytes(String localPart) {
    return localPart.getBytes(StandardCharsets.UTF_8).length;
  }

  // One letter whose small form is two would come back as another address.
  private static boolean hasSmallForm(String localPart) {
    return localPart.indexOf('\u0130') < 0;
  }

  @Override
  public String toString() {
    return value;
  }
}
