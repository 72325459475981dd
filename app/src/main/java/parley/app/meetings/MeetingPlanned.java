package parley.app.meetings;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/** A meeting was made. */
public record MeetingPlanned(UUID meetingId, @Nullable UUID actorUserId, boolean isInstant)
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
    return "created";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("isInstant", isInstant);
  }
}
