package parley.app.audit;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * Staff looked into the trail, took a copy of it, or acknowledged that it was broken.
 *
 * @param what {@code all}, {@code chain} or the id of an entry
 * @param action {@code viewed}, {@code exported} or {@code accepted}
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
