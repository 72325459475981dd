package parley.app.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps what {@link AllowedFields} knows. What it does not know is a mistake of ours: in tests it
 * fails, in service it is left out and counted as {@code parley.audit.dropped}.
 */
@Component
class FieldGuard {
  private final AllowedFields allowed;
  private final MeterRegistry meters;
  private final boolean strict;

  /**
   * @param strict {@code parley.audit.strict}; true in tests
   */
  FieldGuard(
      AllowedFields allowed,
      MeterRegistry meters,
      @Value("${parley.audit.strict:false}") boolean strict) {
    this.allowed = allowed;
    this.meters = meters;
    this.strict = strict;
  }

  Map<String, Object> trim(String entityType, Map<String, Object> values) {
    Map<String, Object> kept = allowed.trim(entityType, values);
    Set<String> dropped = new HashSet<>(values.keySet());
    dropped.removeAll(kept.keySet());
    if (!dropped.isEmpty()) {
      if (strict) {
        throw new IllegalStateException(
            "no room declares " + dropped + " of " + entityType + " as AuditFields");
      }
      meters.counter("parley.audit.dropped", "entity", entityType).increment(dropped.size());
    }
    return kept;
  }
}
