package parley.app.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/**
 * Staff read mails that were meant for somebody else.
 *
 * @param mailId one of them, or null for the list
 */
public record MailboxRead(UUID staffUserId, @Nullable UUID mailId) implements Auditable {
  @Override
  public UUID actorUserId() {
    return staffUserId;
  }

  @Override
  public String entityType() {
    return mailId == null ? "mailbox" : "mail";
  }

  @Override
  public String entityId() {
    return mailId == null ? "all" : mailId.toString();
  }

  @Override
  public String action() {
    return "viewed";
  }
}
