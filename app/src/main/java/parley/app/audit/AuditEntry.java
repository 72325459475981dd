package parley.app.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of the trail as lists and exports show it.
 *
 * @param network the network the actor came from, such as {@code 192.0.2.0/24}
 */
record AuditEntry(
    long id,
    @Nullable UUID actorUserId,
    @Nullable String network,
    String entityType,
    @Nullable String entityId,
    String action,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    Instant createdAt) {}
