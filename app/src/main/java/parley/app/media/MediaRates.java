package parley.app.media;

import parley.app.shared.LimitSettings;
import parley.app.shared.Rate;
import parley.sfu.MediaLimits;

/**
 * The limits of what a participant may send, as settings have them and as the media server does.
 */
final class MediaRates {
  private static final long BITS = 1_000;
  private static final long MILLIS = 1_000;

  private MediaRates() {}

  static MediaLimits of(LimitSettings settings) {
    return new MediaLimits(
        bits(settings.audioKilobits(), settings),
        bits(settings.cameraKilobits(), settings),
        bits(settings.screenKilobits(), settings));
  }

  private static long bits(Rate kilobits, LimitSettings settings) {
    long millis = Math.max(1, kilobits.period().toMillis());
    long bits = Math.multiplyExact(kilobits.count(), BITS * MILLIS) / millis;
    return Math.clamp(bits * settings.scale(), MediaLimits.LEAST, MediaLimits.MOST);
  }
}
