package parley.app.meetings;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a meeting: 13 characters of an alphabet of 32 without look-alikes, 65 random bits, in
 * three groups that can be read aloud.
 *
 * @param printed such as {@code k7dm-qwert-9xhp}: how it is stored and shown
 */
public record MeetingCode(String printed) {
  // Crockford's: no i, l, o (they are read as 1, 1, 0) and no u.
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 13;
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\-\\u2010-\\u2014]");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new code that nobody can guess. */
  public static MeetingCode random() {
    StringBuilder bare = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      bare.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return ofBare(bare.toString());
  }

  /**
   * The code in what somebody typed: in any case, with or without dashes, with letters for the
   * digits they look like.
   */
  public static Optional<MeetingCode> parse(String typed) {
    if (typed.length() > 64) {
      return Optional.empty();
    }
    String bare =
        BETWEEN
            .matcher(typed)
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace('o', '0')
            .replace('i', '1')
            .replace('l', '1');
    boolean sound = bare.length() == LENGTH && bare.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return sound ? Optional.of(ofBare(bare)) : Optional.empty();
  }

  private static MeetingCode ofBare(String bare) {
    return new MeetingCode(
        bare.substring(0, 4) + "-" + bare.substring(4, 9) + "-" + bare.substring(9));
  }

  @Override
  public String toString() {
    return printed;
  }
}
