package parley.app.audit;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.audit.AuditSeal.Span;
import parley.app.shared.SecretKeys;

/**
 * Seals what has been written since the last time. Writers never wait for it: it takes the rows of
 * transactions older than the oldest that still runs, and of those none can come late.
 */
@Service
class SealRound {
  private static final Logger log = LoggerFactory.getLogger(SealRound.class);
  // What was left unsealed for long comes in several seals, each small enough for memory.
  private static final int MOST_ROWS = 10_000;

  private final SealRepository repository;
  private final SealKey key;
  private final ChainHead head;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SealRound(
      SealRepository repository,
      SecretKeys keys,
      ChainHead head,
      TransactionTemplate transaction,
      Clock clock) {
    this.repository = repository;
    this.key = new SealKey(keys);
    this.head = head;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** How many rows were sealed; none if another node is at it. */
  public int run() {
    List<AuditSeal> made = transaction.execute(status -> seals());
    if (made == null || made.isEmpty()) {
      return 0;
    }
    if (head.holds(repository)) {
      head.moveTo(made.getLast());
    } else {
      log.error(
          "The database lacks a seal of the audit trail that this node has made: its end was cut off, or an older copy "
              + "restored.");
    }
    return made.stream().mapToInt(seal -> seal.logIds().size()).sum();
  }

  private List<AuditSeal> seals() {
    if (!repository.takeTurn()) {
      return List.of();
    }
    Optional<AuditSeal> last = repository.last();
    long oldest = repository.oldestRunning();
    List<AuditSeal> made = new ArrayList<>();
    if (last.isPresent() && oldest < last.get().span().toTxid()) {
      made.add(closing(last.get()));
      last = Optional.of(made.getFirst());
    }
    if (!made.isEmpty() && made.getFirst().span().toTxid() != Span.FOR_EVER) {
      made.forEach(repository::insert);
      return made;
    }
    next(last, oldest, !made.isEmpty()).ifPresent(made::add);
    made.forEach(repository::insert);
    return made;
  }

  // Transactions count from lower down: the database was restored into another server. What that
  // copy still had to seal is sealed, and its life is closed for good.
  private AuditSeal closing(AuditSeal last) {
    Span rest = new Span(last.span().afterLogId(), last.span().toTxid(), Span.FOR_EVER);
    Span some = repository.upToRows(rest, MOST_ROWS);
    return seal(last, some, repository.rows(some, Long.MAX_VALUE));
  }

  private Optional<AuditSeal> next(Optional<AuditSeal> last, long oldest, boolean newLife) {
    Span span =
        last.map(before ->
                newLife
                    ? new Span(highest(before), 0, oldest)
                    : new Span(before.span().afterLogId(), before.span().toTxid(), oldest))
            .orElseGet(() -> new Span(0, 0, oldest));
    if (span.fromTxid() >= span.toTxid()) {
      return Optional.empty();
    }
    Span some = repository.upToRows(span, MOST_ROWS);
    List<AuditRow> rows = repository.rows(some, Long.MAX_VALUE);
    return rows.isEmpty() && !newLife
        ? Optional.empty()
        : Optional.of(seal(last.orElse(null), some, rows));
  }

  private long highest(AuditSeal closing) {
    long here = closing.logIds().isEmpty() ? 0 : closing.logIds().getLast();
    return Math.max(here, repository.highestSealed());
  }

  private AuditSeal seal(@Nullable AuditSeal previous, Span span, List<AuditRow> rows) {
    var hashes = new ByteArrayOutputStream();
    rows.forEach(row -> hashes.writeBytes(row.hash()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var unsigned =
        new AuditSeal(
            previous == null ? 1 : previous.id() + 1,
            span,
            rows.stream().map(AuditRow::id).toList(),
            hashes.toByteArray(),
            previous == null ? AuditSeal.beginning() : previous.hash(),
            new byte[0],
            new byte[0],
            now);
    byte[] hash = unsigned.computedHash();
    return new AuditSeal(
        unsigned.id(),
        span,
        unsigned.logIds(),
        unsigned.logHashes(),
        unsigned.previousHash(),
        hash,
        key.sign(hash),
        now);
  }
}
