package parley.app.files;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/** A file was uploaded. */
public record FileStored(StoredFile file) implements Auditable {
  @Override
  public @Nullable UUID actorUserId() {
    return file.ownerUserId();
  }

  @Override
  public String entityType() {
    return "file";
  }

  @Override
  public String entityId() {
    return file.id().toString();
  }

  @Override
  public String action() {
    return "uploaded";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of(
        "type", file.type().spelled(),
        "sizeBytes", file.sizeBytes(),
        "mimeType", file.mediaType());
  }
}
