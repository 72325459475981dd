package parley.app.meetings;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/** A host changed a meeting: other times, another limit, locked or unlocked. */
public record MeetingChanged(
    UUID meetingId,
    @Nullable UUID actorUserId,
    Map<String, Object> before,
    Map<String, Object> after)
    implements Auditable {
  public MeetingChanged {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

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
    return "updated";
  }
}
