package parley.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import parley.app.shared.LimitSettings;
import parley.sfu.MediaLimits;

class MediaRatesTest {
  private static MediaLimits limits(Map<String, String> settings) {
    Binder binder = new Binder(new MapConfigurationPropertySource(settings));
    return MediaRates.of(binder.bindOrCreate("parley.limits", LimitSettings.class));
  }

  @Test
  void theDefaultsAreTheMediaServers() {
    assertThat(limits(Map.of())).isEqualTo(MediaLimits.STANDARD);
  }

  @Test
  void settingsAreKilobitsInATime() {
    assertThat(limits(Map.of("parley.limits.camera-kilobits", "600000/1m")).camera())
        .isEqualTo(10_000_000);
  }

  @Test
  void theScaleMultipliesThemAsFarAsItGoes() {
    assertThat(limits(Map.of("parley.limits.scale", "10")).audio()).isEqualTo(20_000_000);
    assertThat(limits(Map.of("parley.limits.scale", "1000")).screen()).isEqualTo(MediaLimits.MOST);
  }
}
