package parley.app.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for; null where it does not matter.
 *
 * @param from,to from the first moment up to before the second
 */
record EntryQuery(
    @Nullable UUID actor,
    @Nullable String entityType,
    @Nullable String entityId,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant to) {}
