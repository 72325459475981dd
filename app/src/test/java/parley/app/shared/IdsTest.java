package parley.app.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.app.testing.TestClock;

class IdsTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final Ids ids = new Ids(clock);

  @Test
  void isVersion7WithTheTimeInFront() {
    UUID id = ids.next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
  }

  @Test
  void sortsByTheTimeItWasMade() {
    String earlier = ids.next().toString();
    clock.advance(Duration.ofMillis(1));
    assertThat(ids.next().toString()).isGreaterThan(earlier);
  }
}
