package parley.app.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Times as they come from outside: RFC 3339, whose years have four digits. Java counts further than
 * PostgreSQL does.
 */
public final class Times {
  /** The rule in words, for whoever broke it. */
  public static final String RULE = "A time is written like 2026-11-23T10:00:00Z.";

  private static final int LONGEST = 64;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Times() {}

  /** The time in {@code text}, or nothing when it is none. Never throws. */
  public static Optional<Instant> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text))
          .filter(time -> !time.isBefore(FIRST) && !time.isAfter(LAST));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
