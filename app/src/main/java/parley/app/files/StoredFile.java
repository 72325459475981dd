package parley.app.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code files}.
 *
 * @param name what people see, safe to show and to offer as the name of a download
 * @param mediaType what was seen in the bytes, whatever the sender said
 * @param checksum SHA-256 as 64 hexadecimal digits
 */
public record StoredFile(
    UUID id,
    @Nullable UUID ownerUserId,
    @Nullable UUID meetingId,
    FileType type,
    String name,
    String mediaType,
    long sizeBytes,
    String checksum,
    Instant createdAt) {

  StoredFile with(long bytes, String sha256) {
    return new StoredFile(
        id, ownerUserId, meetingId, type, name, mediaType, bytes, sha256, createdAt);
  }
}
