package parley.app.meetings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/**
 * A meeting was ended or cancelled: nobody may come in any more.
 *
 * @param actorUserId who did it; null for a setting
 * @param cancelled whether it was cancelled, not ended
 */
public record MeetingOver(UUID meetingId, @Nullable UUID actorUserId, boolean cancelled)
    implements Auditable {
  @Override
  public String entityType() {
    return "meeting";
  }

  @Override
  public String entityId() {
    return meetingId.toString();
  }

  @Override
  public String action() {
    return cancelled ? "cancelled" : "ended";
  }
}
