package parley.app.media;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import parley.app.shared.LimitSettings;
import parley.mediaserver.Lifetimes;
import parley.mediaserver.MediaServer;
import parley.mediaserver.MediaServerConfig;
import parley.sfu.SfuConfig;

/**
 * Starts the media server and keeps a pulse of it in the database. After a crash the last pulse is
 * the last sign of life of everyone who was connected, right to a second.
 */
@Component
class MediaStart {
  private static final Logger LOG = LoggerFactory.getLogger(MediaStart.class);

  private final MediaSettings settings;
  private final LimitSettings limits;
  private final MediaKeys keys;
  private final MediaNode node;
  private final MediaNodes nodes;
  private final MediaEvents events;
  private final Clock clock;
  private volatile boolean alive;

  MediaStart(
      MediaSettings settings,
      LimitSettings limits,
      MediaKeys keys,
      MediaNode node,
      MediaNodes nodes,
      MediaEvents events,
      Clock clock) {
    this.settings = settings;
    this.limits = limits;
    this.keys = keys;
    this.node = node;
    this.nodes = nodes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Tells what a crash has ended, then opens the ports.
   *
   * @throws MediaPortTaken naming the port
   */
  MediaServer open() {
    nodes.lastSeen(node.id()).ifPresent(this::tellLost);
    MediaServer server = start();
    alive = true;
    pulse();
    LOG.info("Media on UDP port {} and TCP port {}", settings.udpPort(), settings.tcpPort());
    return server;
  }

  private void tellLost(Instant lastSeen) {
    events.tell(new MediaEvent.NodeLost(node.id(), lastSeen));
  }

  private MediaServer start() {
    try {
      return MediaServer.start(config(), events);
    } catch (UncheckedIOException failure) {
      throw MediaPorts.taken(settings, failure);
    }
  }

  private MediaServerConfig config() {
    SfuConfig sfu =
        new SfuConfig(settings.udpPort(), settings.tcpPort(), settings.addresses(), 0)
            .withLimits(MediaRates.of(limits));
    return new MediaServerConfig(sfu, keys.apiKey(), keys.apiSecret(), Lifetimes.standard(), true);
  }

  /** The server was stopped in an orderly way. */
  void closed() {
    pulse();
    alive = false;
  }

  @Scheduled(fixedRateString = "PT1S")
  void pulse() {
    if (alive) {
      nodes.alive(node.id(), clock.instant());
    }
  }
}
