package parley.app.users;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/**
 * A telephone number as ITU-T E.164 writes it: a plus sign, the country's code and the number, at
 * most 15 digits.
 *
 * @param value such as {@code +442079460123}
 */
public record PhoneNumber(String value) {
  /** The rule in words, for whoever broke it. */
  public static final String RULE =
      "Write the number with the code of its country, such as +44 20 7946 0123.";

  private static final int LONGEST_WRITTEN = 40;

  /** The number in {@code text}, however it is spaced; nothing when no country has such a one. */
  public static Optional<PhoneNumber> parse(String text) {
    String written = text.strip();
    if (!written.startsWith("+") || written.length() > LONGEST_WRITTEN) {
      return Optional.empty();
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(written, null);
      return numbers.isValidNumber(number) && !number.hasExtension()
          ? Optional.of(new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException none) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "PhoneNumber[…]";
  }
}
