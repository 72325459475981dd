package parley.app.audit;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * Staff looked into the trail, or took a copy of it.
 *
 * @param what {@code all} or the id of an entry
 * @param action {@code viewed} or {@code exported}
 * @param told what else the trail says of it
 */
record AuditRead(UUID by, String what, String action, Map<String, Object> told)
    implements Auditable {
  @Override
  public UUID actorUserId() {
    return by;
  }

  @Override
  public String entityType() {
    return "audit_entry";
  }

  @Override
  public String entityId() {
    return what;
  }

  @Override
  public Map<String, Object> after() {
    return told;
  }
}
