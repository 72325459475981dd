package parley.app.login;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/** Staff had a mail sent to a user again. */
public record MailResent(UUID userId, UUID by, String kind) implements Auditable {
  @Override
  public UUID actorUserId() {
    return by;
  }

  @Override
  public String entityType() {
    return "user";
  }

  @Override
  public String entityId() {
    return userId.toString();
  }

  @Override
  public String action() {
    return "resent";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("mail", kind);
  }
}
