package parley.app.users;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What a person is called, by themselves: one line of 1 to 100 characters that shows as it is
 * written. Control characters, line breaks and the invisible marks that turn the direction of text
 * are refused, so that no name can forge its surroundings.
 *
 * @param value the name, composed (NFC), without spaces around it
 */
public record PersonName(String value) {

  /** The longest name, in code points. */
  public static final int LONGEST = 100;

  /** The rule in words, for whoever broke it. */
  public static final String RULE = "A name has 1 to 100 characters on one line.";

  /** The name in {@code text}, or nothing when it is empty, too long or holds what it may not. */
  public static Optional<PersonName> parse(String text) {
    String name = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    boolean sound =
        !name.isEmpty()
            && name.codePointCount(0, name.length()) <= LONGEST
            && name.codePoints().noneMatch(PersonName::forbidden)
            && name.codePoints().anyMatch(Character::isLetterOrDigit);
    return sound ? Optional.of(new PersonName(name)) : Optional.empty();
  }

  private static boolean forbidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> turnsDirection(codePoint);
    };
  }

  // Embeddings, overrides and isolates (UAX #9). The marks U+200E and U+200F are harmless and
  // needed.
  private static boolean turnsDirection(int codePoint) {
    return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
  }

  @Override
  public String toString() {
    return value;
  }
}
