package parley.app.shared;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that leaves a line in the audit trail. {@code audit} writes it in the transaction in
 * which it was published; the actor's address is taken from the request.
 */
public interface Auditable {
  /** Who did it, or null for somebody unknown and for Parley itself. */
  @Nullable UUID actorUserId();

  /**
   * What it was done to: the singular of a table family, such as {@code user} or {@code meeting}.
   */
  String entityType();

  /** The id of that thing, as text. */
  String entityId();

  /** One of {@code audit_actions}; a room's migrations add what it brings. */
  String action();

  /** What changed, before; already trimmed of personal data. */
  default Map<String, Object> before() {
    return Map.of();
  }

  /** What changed, after; already trimmed of personal data. */
  default Map<String, Object> after() {
    return Map.of();
  }

  /**
   * Words that staff wrote about the user this was done to, such as why somebody was suspended.
   * They are sealed with that user's key; null for none.
   */
  default @Nullable String note() {
    return null;
  }
}
