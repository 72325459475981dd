package parley.app.shared;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many in a time, written {@code 10/1m}.
 *
 * @param count how many, at least 1
 * @param period within how long
 */
public record Rate(long count, Duration period) {
  public Rate {
    if (count < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a rate is a count and a time, such as 10/1m");
    }
  }

  /** Reads {@code 10/1m}; the time as Spring writes durations. */
  public static Rate of(String text) {
    int slash = text.indexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException(
          "a rate is a count and a time, such as 10/1m, not " + text);
    }
    long count = Long.parseLong(text.substring(0, slash).strip());
    return new Rate(count, DurationStyle.detectAndParse(text.substring(slash + 1).strip()));
  }

  /** As many times more in the same time. */
  public Rate times(int factor) {
    return new Rate(Math.multiplyExact(count, factor), period);
  }
}
