package parley.sfu;

import parley.sfu.receive.RateLimit;

/** What is left of the {@link MediaLimits} for one participant. */
final class Allowance {
  private static final long WORD_INTERVAL = 10_000_000_000L;
  private static final int BITS = 8;
  private static final int BURST_SECONDS = 2;

  private final MediaLimits limits;
  private final RateLimit audio;
  private final RateLimit camera;
  private final RateLimit screen;
  private long lastWord;
  private boolean told;

  Allowance(MediaLimits limits) {
    this.limits = limits;
    audio = bytes(limits.audio());
    camera = bytes(limits.camera());
    screen = bytes(limits.screen());
  }

  private static RateLimit bytes(long bits) {
    return new RateLimit(bits / BITS, BURST_SECONDS * (bits / BITS));
  }

  /** Whether so many bytes of the track that came now may pass. */
  boolean passes(TrackSpec track, int bytes, long now) {
    if (track.kind() == TrackKind.AUDIO) {
      return audio.passes(bytes, now);
    }
    return (track.screen() ? screen : camera).passes(bytes, now);
  }

  /** In bits a second. */
  long limit(TrackSpec track) {
    return limits.of(track);
  }

  /** Whether it is time to tell the sender; then it counts as told. */
  boolean wordDue(long now) {
    boolean due = !told || now - lastWord >= WORD_INTERVAL;
    if (due) {
      told = true;
      lastWord = now;
    }
    return due;
  }
}
