package parley.app.meetings;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/** A host sent somebody away for good. */
public record PersonRemoved(UUID meetingId, UUID participantId, @Nullable UUID actorUserId)
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
    return "removed";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("participantId", participantId);
  }
}
