package parley.app.login;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import parley.app.shared.ParleySettings;
import parley.app.shared.Recent;
import parley.app.users.UserSuspended;

/** Sessions that were read a moment ago: a page asks several things at once. */
@Component
class RecentSessions {
  private final Recent<ByteBuffer, LoginSession> recent;

  RecentSessions(ParleySettings settings) {
    this.recent = new Recent<>(settings.readMemory());
  }

  /** The session of this token's hash, from memory or else read. */
  Optional<LoginSession> find(byte[] tokenHash, Supplier<Optional<LoginSession>> read) {
    return recent.find(ByteBuffer.wrap(tokenHash), read);
  }

  /** Reads this session anew the next time. */
  void forget(byte[] tokenHash) {
    recent.forget(ByteBuffer.wrap(tokenHash));
  }

  @TransactionalEventListener(
      classes = {SessionEnded.class, SessionRenewed.class, UserSuspended.class},
      phase = TransactionPhase.AFTER_COMMIT,
      fallbackExecution = true)
  void changed() {
    recent.forgetAll();
  }
}
