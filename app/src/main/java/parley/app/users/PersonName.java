package parley.app.users;

import java.text.Normalizer;
import java.util.Optional;
import parley.app.shared.PlainText;
import parley.app.shared.Refusal;

/**
 * What a person is called, by themselves: one line of 1 to 100 characters that shows as it is
 * written, in any script, emoji among them. What would forge its surroundings or shows nothing is
 * refused.
 *
 * @param value the name, composed (NFC), without spaces around it
 */
public record PersonName(String value) {

  /** The longest name, in code points. */
  public static final int LONGEST = 100;

  private static final String WHAT = "A name";
  private static final String RULE = "A name has 1 to 100 characters on one line.";

  /** The name in {@code text}, or nothing when it is empty, too long or holds what it may not. */
  public static Optional<PersonName> parse(String text) {
    return fault(text).isEmpty() ? Optional.of(new PersonName(composed(text))) : Optional.empty();
  }

  /** The name in {@code text}; refuses it with 400 {@code invalid_request} and the reason. */
  public static PersonName required(String field, String text) {
    fault(text)
        .ifPresent(sentence -> {
          throw Refusal.invalid(field, sentence);
        });
    return new PersonName(composed(text));
  }

  /** Why {@code text} is no name, in words for whoever wrote it; empty where it is one. */
  public static Optional<String> fault(String text) {
    String name = composed(text);
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
      return Optional.of(RULE);
    }
    return PlainText.faultOfLine(WHAT, name).or(() -> nothingToRead(name));
  }

  // Dots and dashes alone call nobody.
  private static Optional<String> nothingToRead(String name) {
    if (!PlainText.shows(name)) {
      return Optional.of("This name cannot be seen. Write one that shows.");
    }
    return name.codePoints().anyMatch(PersonName::isReadable)
        ? Optional.empty()
        : Optional.of("A name holds a letter, a digit or an emoji.");
  }

  private static boolean isReadable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          false;
      default -> PlainText.isVisible(codePoint);
    };
  }

  private static String composed(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  @Override
  public String toString() {
    return value;
  }
}
