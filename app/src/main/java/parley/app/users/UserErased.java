package parley.app.users;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/**
 * Nothing is left of a person but numbers. Whoever hears of it may write one last mail, and keeps
 * nothing.
 *
 * @param lastAddress the address as it was until now
 * @param receiptId row of {@code erasure_receipts}
 * @param counts how many rows went or were made anonymous, by room
 * @param stays what the law makes stay, each in a sentence
 */
public record UserErased(
    UUID userId,
    EmailAddress lastAddress,
    UUID receiptId,
    Map<String, Long> counts,
    List<String> stays)
    implements Auditable {
  @Override
  public @Nullable UUID actorUserId() {
    return null;
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
    return "erased";
  }

  @Override
  public String toString() {
    return "UserErased[" + userId + "]";
  }
}
