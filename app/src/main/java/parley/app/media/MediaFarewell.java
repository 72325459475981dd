package parley.app.media;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stops the media server first of all, while its signal sockets still stand: clients are told to
 * come back, not left to find out. It starts with {@link EmbeddedMedia}, before the web server.
 */
@Component
class MediaFarewell implements SmartLifecycle {
  private final EmbeddedMedia media;
  private volatile boolean running;

  MediaFarewell(EmbeddedMedia media) {
    this.media = media;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    media.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  // Behind everything at the start, before everything at the stop.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
