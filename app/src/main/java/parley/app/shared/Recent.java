package parley.app.shared;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read a moment ago, so that what many requests need is read once for them. Whoever
 * changes it says so after the commit; what another node changes is noticed after {@link
 * ParleySettings#readMemory}.
 *
 * @param <K> compared by {@code equals}
 */
public final class Recent<K, V> {
  private static final int MOST = 10_000;

  private final long memoryNanos;
  private final LongSupplier nanoTime;
  private final Map<K, Read<V>> known = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  private record Read<V>(V value, long at) {}

  /** Remembers for so long; zero: not at all. */
  public Recent(Duration memory) {
    this(memory, System::nanoTime);
  }

  /** The same by another clock. */
  public Recent(Duration memory, LongSupplier nanoTime) {
    this.memoryNanos = memory.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * From memory or else read. Within a transaction it is always read, and not remembered: what is
   * seen there may never be committed. Nor is it remembered that there is nothing.
   */
  public Optional<V> find(K key, Supplier<Optional<V>> read) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return read.get();
    }
    long now = nanoTime.getAsLong();
    Read<V> before = known.get(key);
    if (before != null && now - before.at < memoryNanos) {
      return Optional.of(before.value);
    }
    long changesBefore = changes.get();
    Optional<V> value = read.get();
    value.ifPresent(one -> keep(key, new Read<>(one, now), changesBefore));
    return value;
  }

  // What was read before a change may be what changed.
  private void keep(K key, Read<V> one, long changesBefore) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(key, one);
    if (changes.get() != changesBefore) {
      known.remove(key);
    }
  }

  /** Reads this one anew the next time. */
  public void forget(K key) {
    known.remove(key);
  }

  /** Reads everything anew, also what is being read now; said once a change is committed. */
  public void forgetAll() {
    changes.incrementAndGet();
    known.clear();
  }
}
