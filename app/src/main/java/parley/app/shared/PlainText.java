package parley.app.shared;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Optional;

/**
 * What words that people write for others may hold: names, titles, messages, names of files. Every
 * script and every emoji may stand in them; refused is what cannot be kept, shows nothing or
 * changes what stands beside it. Whoever refuses says which of these it was.
 */
public final class PlainText {
  private static final int NONCHARACTERS_FROM = 0xFDD0;
  private static final int NONCHARACTERS_TO = 0xFDEF;
  private static final int LAST_OF_PLANE = 0xFFFE;
  private static final int BRAILLE_BLANK = 0x2800;
  private static final int NULL_NOTEHEAD = 0x1D159;

  private PlainText() {}

  /**
   * Why {@code text} cannot be one line of words, as a sentence; empty where it can. That it is
   * empty or shows nothing is not looked at.
   *
   * @param what begins the sentence, such as "A name"
   */
  public static Optional<String> faultOfLine(String what, String text) {
    if (text.codePoints().anyMatch(PlainText::breaksLine)) {
      return Optional.of(what + " is one line, without control characters.");
    }
    if (!isBalanced(text)) {
      return Optional.of(
          what + " holds an invisible mark that turns the direction of what stands behind it.");
    }
    return faultOfCharacters(what, text);
  }

  /** As {@link #faultOfLine} for words of several lines. */
  public static Optional<String> faultOfText(String what, String text) {
    return text.indexOf('\0') >= 0
        ? Optional.of(what + " cannot hold the character U+0000.")
        : faultOfCharacters(what, text);
  }

  /** Refuses what {@link #faultOfLine} finds with 400 {@code invalid_request}. */
  public static void requireLine(String field, String what, String text) {
    refuse(field, faultOfLine(what, text));
  }

  /** Refuses what {@link #faultOfText} finds with 400 {@code invalid_request}. */
  public static void requireText(String field, String what, String text) {
    refuse(field, faultOfText(what, text));
  }

  private static void refuse(String field, Optional<String> fault) {
    fault.ifPresent(sentence -> {
      throw Refusal.invalid(field, sentence);
    });
  }

  /** Whether anything of it can be seen: not only spaces, fillers, joiners, tags and the like. */
  public static boolean shows(String text) {
    return text.codePoints().anyMatch(PlainText::isVisible);
  }

  /** Whether this character can be seen where it stands alone. */
  public static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default ->
          codePoint != BRAILLE_BLANK
              && codePoint != NULL_NOTEHEAD
              && !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    };
  }

  // Half of a surrogate pair becomes a question mark in the database (RFC 3629 §3).
  private static Optional<String> faultOfCharacters(String what, String text) {
    if (text.codePoints().anyMatch(PlainText::isHalf)) {
      return Optional.of(what + " holds half a character. Write it again.");
    }
    return text.codePoints().anyMatch(PlainText::isNoCharacter)
        ? Optional.of(what + " holds a number that is no character.")
        : Optional.empty();
  }

  private static boolean breaksLine(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isHalf(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private static boolean isNoCharacter(int codePoint) {
    return codePoint >= NONCHARACTERS_FROM && codePoint <= NONCHARACTERS_TO
        || (codePoint & LAST_OF_PLANE) == LAST_OF_PLANE;
  }

  // UAX #9 §2: isolates keep to themselves once they are closed; embeddings and overrides do not.
  private static boolean isBalanced(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\u202A', '\u202B', '\u202C', '\u202D', '\u202E' -> {
          return false;
        }
        case '\u2066', '\u2067', '\u2068' -> open++;
        case '\u2069' -> open--;
        default -> {}
      }
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }
}
