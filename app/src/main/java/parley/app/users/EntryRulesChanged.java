package parley.app.users;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/** Somebody changed in the console who may come in and who may host. */
public record EntryRulesChanged(UUID by, EntryRules from, EntryRules to) implements Auditable {
  @Override
  public UUID actorUserId() {
    return by;
  }

  @Override
  public String entityType() {
    return "settings";
  }

  @Override
  public String entityId() {
    return "entry_rules";
  }

  @Override
  public String action() {
    return "updated";
  }

  @Override
  public Map<String, Object> before() {
    return told(from);
  }

  @Override
  public Map<String, Object> after() {
    return told(to);
  }

  private static Map<String, Object> told(EntryRules rules) {
    return Map.of(
        "signUp", rules.signUp().name().toLowerCase(Locale.ROOT),
        "signUpDomains", List.copyOf(rules.signUpDomains().names()),
        "hosts", rules.hosts().name().toLowerCase(Locale.ROOT),
        "hostDomains", List.copyOf(rules.hostDomains().names()),
        "verifiedOnly", rules.verifiedOnly());
  }
}
