package parley.app.shared;

import java.util.Set;

/**
 * What the audit trail may say of one kind of entity, before and after. A room declares its own as
 * a bean, for example {@code AuditFields.of("meeting", "isLocked")}; several about the same kind
 * are taken together, and what none of them names is left out: no names, no addresses, no words
 * that people wrote.
 *
 * @param entityType as {@link Auditable#entityType} has it
 */
public record AuditFields(String entityType, Set<String> names) {
  public static AuditFields of(String entityType, String... names) {
    return new AuditFields(entityType, Set.of(names));
  }
}
