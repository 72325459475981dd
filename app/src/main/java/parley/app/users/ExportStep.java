package parley.app.users;

import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * Somebody asked for, or fetched, the archive with everything about them.
 *
 * @param action {@code requested}, {@code exported} or {@code downloaded}
 */
public record ExportStep(UUID userId, UUID exportId, String action) implements Auditable {
  @Override
  public UUID actorUserId() {
    return userId;
  }

  @Override
  public String entityType() {
    return "data_export";
  }

  @Override
  public String entityId() {
    return exportId.toString();
  }
}
