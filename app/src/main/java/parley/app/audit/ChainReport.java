package parley.app.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along the whole chain found.
 *
 * @param rows how many rows are sealed and as they were, up to the first that is not
 * @param waiting how many rows are too new to be sealed
 * @param sealedUntil when the last intact seal was made; null before the first
 * @param guarded whether this node keeps a mark of the last seal, by which a cut-off end is noticed
 * @param fault the first thing that is not as it was sealed; null if all is
 */
public record ChainReport(
    long rows,
    long waiting,
    @Nullable Instant sealedUntil,
    boolean guarded,
    @Nullable Fault fault) {

  /** How something is not as it was. */
  public enum Kind {
    /** A row says something else than when it was sealed. */
    ALTERED,
    /** A row is gone. */
    REMOVED,
    /** A row is there that was not when its batch was sealed. */
    INSERTED,
    /** A row stands where another one stood. */
    MOVED,
    /** A seal itself is missing or not the one that was made. */
    SEAL,
    /** Seals that this node has made are not there any more. */
    CUT_OFF,
    /** This node's mark of the last seal cannot be read. */
    UNGUARDED
  }

  /**
   * @param rowId row of {@code audit_logs}; null where it is a seal
   * @param sealId row of {@code audit_seals}
   * @param sentence the same in words
   */
  public record Fault(Kind kind, @Nullable Long rowId, long sealId, String sentence) {}

  public boolean isIntact() {
    return fault == null;
  }
}
