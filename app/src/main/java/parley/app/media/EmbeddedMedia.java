package parley.app.media;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;
import parley.mediaserver.AccessToken;
import parley.mediaserver.AccessTokens;
import parley.mediaserver.Grants;
import parley.mediaserver.MediaServer;
import parley.mediaserver.MediaStats;
import parley.mediaserver.ParticipantChange;
import parley.mediaserver.RoomOptions;
import parley.mediaserver.TrackSource;

/**
 * The engine in this process: our own media server, started before the first request and stopped
 * before the web server, which carries its goodbye.
 */
@Component
class EmbeddedMedia implements MediaEngine, SmartLifecycle {
  // Long enough for a slow start of the browser's media, short enough to be of little use to a
  // thief.
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

  private final MediaStart start;
  private final MediaNode node;
  private final AccessTokens tokens;
  private volatile @Nullable MediaServer server;

  EmbeddedMedia(MediaStart start, MediaKeys keys, MediaNode node, Clock clock) {
    this.start = start;
    this.node = node;
    this.tokens = new AccessTokens(keys.apiKey(), keys.apiSecret(), clock);
  }

  @Override
  public void start() {
    server = start.open();
  }

  @Override
  public void stop() {
    MediaServer running = server;
    server = null;
    if (running != null) {
      running.close();
      start.closed();
    }
  }

  /**
   * Says goodbye while the signal sockets are still there, so that pages come back by themselves.
   */
  @EventListener(ContextClosedEvent.class)
  void closing() {
    stop();
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }

  // Before the web server, which begins to answer near the end of all phases.
  @Override
  public int getPhase() {
    return 0;
  }

  /** The running server; refuses with 503 while there is none. */
  MediaServer server() {
    MediaServer running = server;
    if (running == null) {
      throw new Refusal(503, "unavailable", "This server is stopping. Try again in a moment.");
    }
    return running;
  }

  /** What has passed through; nothing while there is no server. */
  MediaStats stats() {
    MediaServer running = server;
    return running == null ? new MediaStats(0, 0, 0, Map.of(), Map.of()) : running.stats();
  }

  // A server that has stopped has nobody in it.
  private void ask(Consumer<MediaServer> command) {
    MediaServer running = server;
    if (running != null) {
      command.accept(running);
    }
  }

  @Override
  public String node() {
    return node.id();
  }

  @Override
  public String signalUrl(String ownAddress) {
    return ownAddress.replaceFirst("^http", "ws");
  }

  @Override
  public String token(MediaPass pass) {
    AccessToken token =
        new AccessToken(
            pass.identity(), pass.room(), pass.name(), "", pass.attributes(), Grants.standard());
    return tokens.mint(token, TOKEN_LIFE);
  }

  @Override
  public void ensureRoom(String room) {
    server().ensureRoom(room, RoomOptions.standard());
  }

  @Override
  public void deleteRoom(String room) {
    ask(running -> running.deleteRoom(room));
  }

  @Override
  public void remove(String room, String identity) {
    ask(running -> running.removeParticipant(room, identity));
  }

  @Override
  public void mute(String room, String identity, MediaSource source) {
    TrackSource named = TrackSource.valueOf(source.name());
    ask(running -> running.muteSource(room, identity, named));
  }

  @Override
  public void rename(String room, String identity, String name) {
    var change = new ParticipantChange(name, null, null, null);
    ask(running -> running.updateParticipant(room, identity, change));
  }
}
