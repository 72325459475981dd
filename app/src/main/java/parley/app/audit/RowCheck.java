package parley.app.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.app.audit.ChainReport.Fault;
import parley.app.audit.ChainReport.Kind;

/** Compares the rows that are there with what a seal says of them. */
final class RowCheck {
  private final AuditSeal seal;
  private final Map<Long, byte[]> sealed = new HashMap<>();
  private final Map<ByteBuffer, Long> places = new HashMap<>();

  private RowCheck(AuditSeal seal) {
    this.seal = seal;
    for (int i = 0; i < seal.logIds().size(); i++) {
      sealed.put(seal.logIds().get(i), seal.hashOfRow(i));
      places.putIfAbsent(ByteBuffer.wrap(seal.hashOfRow(i)), seal.logIds().get(i));
    }
  }

  /** The first row by its id that is not as it was sealed. */
  static Optional<Fault> of(AuditSeal seal, List<AuditRow> rows) {
    RowCheck check = new RowCheck(seal);
    Map<Long, AuditRow> byId = new TreeMap<>();
    rows.forEach(row -> byId.put(row.id(), row));
    TreeMap<Long, Fault> faults = new TreeMap<>();
    seal.logIds().stream()
        .filter(id -> !byId.containsKey(id))
        .forEach(id -> faults.put(id, check.fault(Kind.REMOVED, id, "was removed.")));
    byId.values()
        .forEach(row -> check.faultOf(row).ifPresent(fault -> faults.put(row.id(), fault)));
    return Optional.ofNullable(faults.firstEntry()).map(Map.Entry::getValue);
  }

  private Optional<Fault> faultOf(AuditRow row) {
    byte[] expected = sealed.get(row.id());
    byte[] hash = row.hash();
    if (expected != null && Arrays.equals(expected, hash)) {
      return Optional.empty();
    }
    Optional<Long> formerly = Optional.ofNullable(places.get(ByteBuffer.wrap(hash)));
    if (formerly.isPresent()) {
      return Optional.of(
          fault(
              Kind.MOVED,
              row.id(),
              "says what row " + formerly.get() + " said when it was sealed."));
    }
    return Optional.of(
        expected == null
            ? fault(Kind.INSERTED, row.id(), "was put in after its batch had been sealed.")
            : fault(Kind.ALTERED, row.id(), "was altered."));
  }

  private Fault fault(Kind kind, long rowId, String what) {
    return new Fault(kind, rowId, seal.id(), "Row " + rowId + " " + what);
  }
}
