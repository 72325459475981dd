package parley.app.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes ids that sort by the time they were made (UUID version 7, RFC 9562 §5.7). Whoever creates a
 * row makes its id; the database makes none.
 */
@Component
public class Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_62 = 0x3fff_ffff_ffff_ffffL;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Ids(Clock clock) {
    this.clock = clock;
  }

  /** A new id: 48 bits of milliseconds since 1970, 74 random bits. */
  public UUID next() {
    long high = (clock.millis() << 16) | VERSION_7 | random.nextInt(1 << 12);
    return new UUID(high, VARIANT | (random.nextLong() & RANDOM_62));
  }
}
