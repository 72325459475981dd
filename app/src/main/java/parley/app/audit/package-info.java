/**
 * The audit trail: who did what to what, from where. Rooms publish events that are {@code
 * Auditable}; this room writes each as a row in the same transaction, so that neither is there
 * without the other.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package parley.app.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
