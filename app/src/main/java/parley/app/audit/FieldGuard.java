package parley.app.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps what {@link AuditFields} lists. What it does not list is a mistake of ours: in tests it
 * fails, in service it is left out and counted as {@code parley.audit.dropped}.
 */
@Component
class FieldGuard {
  private final MeterRegistry meters;
  private final boolean strict;

  /**
   * @param strict {@code parley.audit.strict}; true in tests
   */
  FieldGuard(MeterRegistry meters, @Value("${parley.audit.strict:false}") boolean strict) {
    this.meters = meters;
    this.strict = strict;
  }

  Map<String, Object> trim(String entityType, Map<String, Object> values) {
    Map<String, Object> kept = AuditFields.trim(entityType, values);
    Set<String> dropped = new HashSet<>(values.keySet());
    dropped.removeAll(kept.keySet());
    if (!dropped.isEmpty()) {
      if (strict) {
        throw new IllegalStateException(
            "AuditFields does not list " + dropped + " of " + entityType);
      }
      meters.counter("parley.audit.dropped", "entity", entityType).increment(dropped.size());
    }
    return kept;
  }
}
