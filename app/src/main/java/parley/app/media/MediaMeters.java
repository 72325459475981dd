package parley.app.media;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import parley.mediaserver.MediaStats;

/**
 * The media server's counters for operators: {@code parley_media_rooms}, {@code
 * parley_media_packets_total} by direction, {@code parley_media_drops_total} by reason and {@code
 * parley_media_signal_troubles_total} by kind.
 */
@Component
class MediaMeters implements MeterBinder {
  private final EmbeddedMedia media;

  MediaMeters(EmbeddedMedia media) {
    this.media = media;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("parley.media.rooms", media, it -> it.stats().rooms())
        .description("Rooms with media now")
        .register(registry);
    troubles(registry);
    packets(registry, "received", MediaStats::packetsReceived);
    packets(registry, "sent", MediaStats::packetsSent);
    for (String reason : MediaStats.dropReasons()) {
      FunctionCounter.builder("parley.media.drops", media, it -> drops(it, reason))
          .tag("reason", reason.toLowerCase(Locale.ROOT))
          .description("Packets that ended in the server")
          .register(registry);
    }
  }

  private void troubles(MeterRegistry registry) {
    for (String kind : MediaStats.troubleNames()) {
      FunctionCounter.builder("parley.media.signal.troubles", media, it -> trouble(it, kind))
          .tag("kind", kind)
          .description("Signal messages refused and signals cut off")
          .register(registry);
    }
  }

  private void packets(
      MeterRegistry registry, String direction, ToDoubleFunction<MediaStats> count) {
    FunctionCounter.builder("parley.media.packets", media, it -> count.applyAsDouble(it.stats()))
        .tag("direction", direction)
        .description("Media packets")
        .register(registry);
  }

  private static double trouble(EmbeddedMedia media, String kind) {
    return media.stats().signalTroubles().getOrDefault(kind, 0L);
  }

  private static double drops(EmbeddedMedia media, String reason) {
    return media.stats().drops().getOrDefault(reason, 0L);
  }
}
