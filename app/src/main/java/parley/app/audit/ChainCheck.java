package parley.app.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.app.audit.AuditSeal.Span;
import parley.app.audit.ChainReport.Fault;
import parley.app.audit.ChainReport.Kind;

/** Walks along the chain from its beginning and stops at the first thing that is not as sealed. */
final class ChainCheck {
  private static final int AT_ONCE = 200;

  private final SealRepository repository;
  private final SealKey key;
  private final ChainHead head;

  private @Nullable AuditSeal previous;
  private long rows;
  private long lifeAfter = -1;
  private long lifeEnds;
  private boolean guarded = true;

  ChainCheck(SealRepository repository, SealKey key, ChainHead head) {
    this.repository = repository;
    this.key = key;
    this.head = head;
  }

  /** Once for each instance. */
  ChainReport run() {
    for (List<AuditSeal> some = seals(); !some.isEmpty(); some = seals()) {
      for (AuditSeal seal : some) {
        Optional<Fault> fault = faultOf(seal).or(() -> RowCheck.of(seal, rowsOf(seal)));
        if (fault.isPresent()) {
          return report(fault.get());
        }
        rows += seal.logIds().size();
        previous = seal;
      }
    }
    return report(end().or(this::stray).orElse(null));
  }

  private List<AuditSeal> seals() {
    return repository.after(previous == null ? 0 : previous.id(), AT_ONCE);
  }

  private List<AuditRow> rowsOf(AuditSeal seal) {
    long after = seal.span().afterLogId();
    if (after != lifeAfter) {
      lifeAfter = after;
      lifeEnds = repository.endOfLife(after);
    }
    return repository.rows(seal.span(), lifeEnds);
  }

  private Optional<Fault> faultOf(AuditSeal seal) {
    long expected = previous == null ? 1 : previous.id() + 1;
    if (seal.id() != expected) {
      return Optional.of(fault(expected, "Seal " + expected + " is missing."));
    }
    byte[] before = previous == null ? AuditSeal.beginning() : previous.hash();
    boolean sound =
        Arrays.equals(before, seal.previousHash())
            && follows(seal.span())
            && Arrays.equals(seal.computedHash(), seal.hash())
            && key.hasSigned(seal.hash(), seal.signature());
    return sound
        ? Optional.empty()
        : Optional.of(fault(expected, "Seal " + expected + " is not the one that was made."));
  }

  // Between the spans there is no room for a row that nobody looks at.
  private boolean follows(Span span) {
    if (previous == null) {
      return span.afterLogId() == 0 && span.fromTxid() == 0;
    }
    Span before = previous.span();
    boolean goesOn = span.afterLogId() == before.afterLogId() && span.fromTxid() == before.toTxid();
    boolean beginsAnew = before.toTxid() == Span.FOR_EVER && span.fromTxid() == 0;
    return goesOn || beginsAnew;
  }

  private Optional<Fault> end() {
    try {
      Optional<ChainHead.Mark> mark = head.read();
      guarded = mark.isPresent() || previous == null;
      return mark.flatMap(this::cutOff);
    } catch (IllegalStateException unreadable) {
      return Optional.of(
          new Fault(Kind.UNGUARDED, null, lastId(), String.valueOf(unreadable.getMessage())));
    }
  }

  private Optional<Fault> cutOff(ChainHead.Mark mark) {
    return mark.isIn(repository)
        ? Optional.empty()
        : Optional.of(
            new Fault(
                Kind.CUT_OFF,
                null,
                mark.id(),
                "This node has made seal "
                    + mark.id()
                    + ", and the database does not have it: the end was cut off, or an older copy restored."));
  }

  private Optional<Fault> stray() {
    return repository
        .stray(lastSpan())
        .map(id ->
            new Fault(
                Kind.INSERTED, id, lastId(), "Row " + id + " was put in where no seal covers it."));
  }

  private long lastId() {
    return previous == null ? 0 : previous.id();
  }

  private Span lastSpan() {
    return previous == null ? new Span(0, 0, 0) : previous.span();
  }

  private ChainReport report(@Nullable Fault fault) {
    Instant until = previous == null ? null : previous.sealedAt();
    long waiting = fault == null ? repository.waiting(lastSpan()) : 0;
    return new ChainReport(rows, waiting, until, guarded, fault);
  }

  private static Fault fault(long sealId, String sentence) {
    return new Fault(Kind.SEAL, null, sealId, sentence);
  }
}
