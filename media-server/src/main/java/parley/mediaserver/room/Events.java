package parley.mediaserver.room;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.mediaserver.MediaServerListener;

/** Tells the listener, one call after another, off the rooms' threads. */
public final class Events {
  private static final Logger log = LoggerFactory.getLogger(Events.class);

  private final MediaServerListener listener;
  private final Executor executor;
  private final Queue<Consumer<MediaServerListener>> waiting = new ArrayDeque<>();
  private boolean telling;

  public Events(MediaServerListener listener, Executor executor) {
    this.listener = listener;
    this.executor = executor;
  }

  /** Queues a fact. */
  public synchronized void tell(Consumer<MediaServerListener> fact) {
    waiting.add(fact);
    if (!telling) {
      telling = true;
      executor.execute(this::drain);
    }
  }

  private void drain() {
    for (Consumer<MediaServerListener> fact = next(); fact != null; fact = next()) {
      try {
        fact.accept(listener);
      } catch (RuntimeException e) {
        log.error("a listener failed", e);
      }
    }
  }

  private synchronized @Nullable Consumer<MediaServerListener> next() {
    Consumer<MediaServerListener> fact = waiting.poll();
    telling = fact != null;
    return fact;
  }
}
