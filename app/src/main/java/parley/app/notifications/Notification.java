package parley.app.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code notifications}.
 *
 * @param type as the column spells it: an open list
 * @param payload the facts it is about
 * @param readAt when the person has seen it, null before
 */
record Notification(
    UUID id,
    UUID userId,
    String type,
    Map<String, Object> payload,
    Instant createdAt,
    @Nullable Instant readAt) {

  /** A fact as text, or an empty text. */
  String fact(String name) {
    Object value = payload.get(name);
    return value == null ? "" : value.toString();
  }
}
