package parley.app.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RecentTest {
  private final AtomicLong nanos = new AtomicLong(5);
  private final Recent<String, String> recent = new Recent<>(Duration.ofMillis(500), nanos::get);
  private int reads;

  private final Supplier<Optional<String>> database =
      () -> {
        reads++;
        return Optional.of("read");
      };

  @Test
  void readsOnceInHalfASecond() {
    assertThat(recent.find("a", database)).contains("read");
    nanos.addAndGet(499_999_999);
    assertThat(recent.find("a", database)).contains("read");
    assertThat(reads).isEqualTo(1);
    nanos.addAndGet(1);
    recent.find("a", database);
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void doesNotRememberThatThereIsNone() {
    recent.find("a", Optional::empty);
    assertThat(recent.find("a", database)).contains("read");
  }

  @Test
  void forgetsWhatChanged() {
    recent.find("a", database);
    recent.forgetAll();
    assertThat(recent.find("a", Optional::empty)).isEmpty();
  }

  @Test
  void forgetsOneOfThem() {
    recent.find("a", database);
    recent.find("b", database);
    recent.forget("a");
    assertThat(recent.find("a", Optional::empty)).isEmpty();
    assertThat(recent.find("b", Optional::empty)).isPresent();
  }

  @Test
  void doesNotKeepWhatWasReadBeforeAChange() {
    recent.find(
        "a",
        () -> {
          recent.forgetAll();
          return Optional.of("old");
        });
    assertThat(recent.find("a", Optional::empty)).isEmpty();
  }

  @Test
  void readsAnewWithinATransactionAndDoesNotRememberWhatItSaw() {
    recent.find("a", database);
    TransactionSynchronizationManager.setActualTransactionActive(true);
    try {
      assertThat(recent.find("a", () -> Optional.of("uncommitted"))).contains("uncommitted");
    } finally {
      TransactionSynchronizationManager.setActualTransactionActive(false);
    }
    assertThat(recent.find("a", Optional::empty)).contains("read");
  }

  @Test
  void remembersNothingWhereThatIsSetToZero() {
    Recent<String, String> none = new Recent<>(Duration.ZERO, nanos::get);
    none.find("a", database);
    none.find("a", database);
    assertThat(reads).isEqualTo(2);
  }
}
