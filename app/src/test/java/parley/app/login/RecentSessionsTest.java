package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RecentSessionsTest {
  private static final byte[] HASH = {1, 2, 3};

  private final AtomicLong nanos = new AtomicLong(5);
  private final RecentSessions recent = new RecentSessions(Duration.ofMillis(500), nanos::get);
  private final LoginSession session =
      new LoginSession(new UUID(0, 1), new UUID(0, 2), Instant.EPOCH, Instant.MAX);
  private int reads;

  private final Supplier<Optional<LoginSession>> database =
      () -> {
        reads++;
        return Optional.of(session);
      };

  @Test
  void readsOnceInHalfASecond() {
    assertThat(recent.find(HASH, database)).contains(session);
    nanos.addAndGet(499_999_999);
    assertThat(recent.find(HASH.clone(), database)).contains(session);
    assertThat(reads).isEqualTo(1);
    nanos.addAndGet(1);
    recent.find(HASH, database);
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void doesNotRememberThatThereIsNone() {
    recent.find(HASH, Optional::empty);
    assertThat(recent.find(HASH, database)).contains(session);
  }

  @Test
  void forgetsWhatEnds() {
    recent.find(HASH, database);
    recent.ended(new SessionEnded(session.id(), session.userId()));
    assertThat(recent.find(HASH, Optional::empty)).isEmpty();
  }

  @Test
  void doesNotKeepWhatWasReadBeforeAnEnding() {
    recent.find(
        HASH,
        () -> {
          recent.ended(new SessionEnded(session.id(), session.userId()));
          return Optional.of(session);
        });
    assertThat(recent.find(HASH, Optional::empty)).isEmpty();
  }

  @Test
  void remembersNothingWhereThatIsSetToZero() {
    var none = new RecentSessions(Duration.ZERO, nanos::get);
    none.find(HASH, database);
    none.find(HASH, database);
    assertThat(reads).isEqualTo(2);
  }
}
