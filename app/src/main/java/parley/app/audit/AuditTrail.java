package parley.app.audit;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import parley.app.shared.Auditable;
import parley.app.shared.ClientAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code audit_logs}: inserted and read, never changed; the application's role has no right
 * to. When a line was written is told by the database; nobody can say that it was earlier.
 */
@Component
class AuditTrail {
  private final JdbcClient jdbc;
  private final PersonSeal seal;
  private final FieldGuard fields;
  private final JsonMapper json;

  AuditTrail(JdbcClient jdbc, PersonSeal seal, FieldGuard fields, JsonMapper json) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.fields = fields;
    this.json = json;
  }

  /** In the transaction of whoever published it; if the row cannot be written, that fails too. */
  @EventListener
  @Transactional
  public void write(Auditable event) {
    Optional<ClientAddress> from = requestAddress();
    Optional<UUID> subject = PersonSeal.subject(event.entityType(), event.entityId());
    Optional<UUID> owner =
        PersonSeal.ownerOfAddress(event.actorUserId(), event.entityType(), event.entityId());
    jdbc.sql(
            """
            INSERT INTO audit_logs
              (actor_user_id, actor_ip, actor_ip_sealed, entity_type, entity_id, action, before, after, note_sealed)
            VALUES
              (:actor, :network::inet, :sealed, :entityType, :entityId, :action, :before::jsonb, :after::jsonb, :note)
            """)
        .param("actor", event.actorUserId())
        .param("network", from.map(ClientAddress::network).orElse(null))
        .param("sealed", from.map(address -> seal.address(owner, address)).orElse(null))
        .param("entityType", event.entityType())
        .param("entityId", event.entityId())
        .param("action", event.action())
        .param("before", trimmed(event, event.before()))
        .param("after", trimmed(event, event.after()))
        .param("note", seal.note(subject, event.note()))
        .update();
  }

  private @Nullable String trimmed(Auditable event, Map<String, Object> values) {
    Map<String, Object> kept = fields.trim(event.entityType(), values);
    return kept.isEmpty() ? null : json.writeValueAsString(kept);
  }

  private static Optional<ClientAddress> requestAddress() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? Optional.of(ClientAddress.of(request.getRequest()))
        : Optional.empty();
  }
}
