package parley.mediaserver.media;

import java.time.Duration;
import java.util.concurrent.Executor;
import parley.sfu.Timer;

/** A room's media and its thread. Only {@link #execute} may be called from other threads. */
public interface MediaRoom extends Executor {
  /** Does it on the room's thread after this time. */
  Timer schedule(Duration delay, Runnable deed);

  /** The room's clock. */
  long nanoTime();

  /** A new participant, waiting for its transport. */
  MediaLeg add(String sid, MediaLegListener listener);

  void close();
}
