package parley.app.files;

import java.util.UUID;

/**
 * How much everybody may store. Implemented by {@code billing}, which stands above this room and
 * knows the plans. The two changes happen in the transaction that writes or deletes the file's row.
 */
public interface StorageQuota {
  /** How many more bytes this user may store, 0 or more. Another upload may take them first. */
  long available(UUID userId);

  /** Takes so many bytes of what is available; false, and nothing taken, when there are fewer. */
  boolean reserve(UUID userId, long bytes);

  /** Gives back what a deleted file took. */
  void release(UUID userId, long bytes);
}
