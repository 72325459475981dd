package parley.app.files;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about to be stored.
 *
 * @param ownerUserId who gave it; null for a guest
 * @param meetingId the meeting it belongs to, if any
 * @param name what its owner calls it; only ever shown, never a name on disk
 * @param chargedUserId whose storage it takes: the owner, or for a guest the host of the meeting
 */
public record NewFile(
    @Nullable UUID ownerUserId,
    @Nullable UUID meetingId,
    FileType type,
    String name,
    UUID chargedUserId) {

  /** A file of a user who also pays for it. */
  public static NewFile of(UUID ownerUserId, FileType type, String name) {
    return new NewFile(ownerUserId, null, type, name, ownerUserId);
  }
}
