package parley.app.login;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import parley.app.users.UserSuspended;

/**
 * Sessions that were read a moment ago: a page asks several things at once. What ends here is
 * forgotten at once; what another node ends, after {@code parley.login.session-memory}.
 */
@Component
class RecentSessions {
  private static final int MOST = 10_000;

  private final long memoryNanos;
  private final LongSupplier nanoTime;
  private final Map<ByteBuffer, Recent> recent = new ConcurrentHashMap<>();
  private final AtomicLong endings = new AtomicLong();

  private record Recent(LoginSession session, long readAt) {}

  @Autowired
  RecentSessions(LoginSettings settings) {
    this(settings.sessionMemory(), System::nanoTime);
  }

  RecentSessions(Duration memory, LongSupplier nanoTime) {
    this.memoryNanos = memory.toNanos();
    this.nanoTime = nanoTime;
  }

  /** The session of this token's hash, from memory or else read. */
  Optional<LoginSession> find(byte[] tokenHash, Supplier<Optional<LoginSession>> read) {
    ByteBuffer key = ByteBuffer.wrap(tokenHash);
    long now = nanoTime.getAsLong();
    Recent known = recent.get(key);
    if (known != null && now - known.readAt < memoryNanos) {
      return Optional.of(known.session);
    }
    long before = endings.get();
    Optional<LoginSession> session = read.get();
    session.ifPresent(one -> keep(key, new Recent(one, now), before));
    return session;
  }

  // What was read before something ended may be what ended.
  private void keep(ByteBuffer key, Recent one, long endingsBefore) {
    if (recent.size() >= MOST) {
      recent.clear();
    }
    recent.put(key, one);
    if (endings.get() != endingsBefore) {
      recent.remove(key);
    }
  }

  /** Reads this session anew the next time. */
  void forget(byte[] tokenHash) {
    recent.remove(ByteBuffer.wrap(tokenHash));
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void ended(SessionEnded event) {
    forgetAll();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void suspended(UserSuspended event) {
    forgetAll();
  }

  private void forgetAll() {
    endings.incrementAndGet();
    recent.clear();
  }
}
