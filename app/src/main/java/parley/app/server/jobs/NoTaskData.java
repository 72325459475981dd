package parley.app.server.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Tasks carry no data: what is to be done stands in the rooms' own tables. So nothing is ever read
 * back into an object of a class that a row names.
 */
final class NoTaskData implements Serializer {
  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    if (data != null) {
      throw new IllegalArgumentException("tasks carry no data");
    }
    return null;
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
    return null;
  }
}
