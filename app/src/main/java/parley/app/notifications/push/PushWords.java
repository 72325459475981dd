package parley.app.notifications.push;

import java.util.Optional;
import java.util.UUID;

/** Says what a push of a notification says. */
public interface PushWords {
  /** Empty when there is nothing to say any more. */
  Optional<PushNote> of(UUID notificationId);
}
