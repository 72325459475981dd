package parley.sfu.receive;

import parley.wire.rtp.AudioLevel;

/**
 * How loudly one participant speaks, from the audio levels of its packets (RFC 6464): over windows
 * of 400 ms the loudest level, weakened by how little of the window was above the threshold,
 * smoothed over two windows. A level is only a claim of its sender: too small a packet carries no
 * speech, and what stays equally loud for seconds is no speech either but a noise, or made up.
 */
public final class AudioLevelMeter {
  /** Milliseconds between two calls of {@link #closeWindow}. */
  public static final int WINDOW = 400;

  private static final int ACTIVE_LEVEL = 35;
  private static final float ACTIVE_SHARE = 0.4f;
  private static final float SMOOTHING = 2f / 3;
  private static final float THRESHOLD = linear(ACTIVE_LEVEL);
  private static final int SHORTEST = 10;
  private static final int LONGEST = 60;

  /** Opus says silence and comfort noise in less; 20 ms of speech take 15 bytes at the least. */
  private static final int LEAST_SPEECH = 10;

  /** Speech rises and falls by more than this, in dB, within so many windows. */
  private static final int STEADY_RANGE = 6;

  private static final int STEADY_WINDOWS = 8;

  private int lastTimestamp;
  private int activeMillis;
  private int loudest = AudioLevel.SILENCE;
  private boolean heard;
  private boolean heardBefore;
  private float smoothed;
  private int quietest;
  private int steadyLoudest;
  private int steadyQuietest;
  private int steadyWindows;

  /**
   * A packet came.
   *
   * @param claimed its level in −dBov
   * @param timestamp its RTP timestamp, which tells how long the packet before it lasted
   * @param payloadBytes how much sound it carries
   */
  public void observe(int claimed, int timestamp, int clockRate, int payloadBytes) {
    int level = payloadBytes < LEAST_SPEECH ? AudioLevel.SILENCE : claimed;
    long passed = (long) (timestamp - lastTimestamp) * 1000 / clockRate;
    lastTimestamp = timestamp;
    heard = true;
    quietest = Math.max(quietest, level);
    if (level <= ACTIVE_LEVEL) {
      activeMillis += Math.clamp(passed, SHORTEST, LONGEST);
      loudest = Math.min(loudest, level);
    }
  }

  /** Closes the window; who was not heard in two of them is silent at once. */
  public void closeWindow() {
    watchSteadiness();
    float share = Math.min(1f, (float) activeMillis / WINDOW);
    float level = share >= ACTIVE_SHARE && !steady() ? linear(loudest) * share : 0;
    smoothed = heard || heardBefore ? smoothed + (level - smoothed) * SMOOTHING : 0;
    heardBefore = heard;
    heard = false;
    activeMillis = 0;
    loudest = AudioLevel.SILENCE;
    quietest = 0;
  }

  private void watchSteadiness() {
    int most = Math.min(steadyLoudest, loudest);
    int least = Math.max(steadyQuietest, quietest);
    boolean goesOn = heard && steadyWindows > 0 && least - most <= STEADY_RANGE;
    steadyLoudest = goesOn ? most : loudest;
    steadyQuietest = goesOn ? least : quietest;
    boolean even = heard && steadyQuietest - steadyLoudest <= STEADY_RANGE;
    steadyWindows = even ? steadyWindows + 1 : 0;
  }

  private boolean steady() {
    return steadyWindows > STEADY_WINDOWS;
  }

  /** Whether it speaks, as of the last window. */
  public boolean speaking() {
    return smoothed >= THRESHOLD;
  }

  /** Linear, 0–1, rounded up to eighths; 0 when it does not speak. */
  public float level() {
    return speaking() ? (float) Math.min(1, Math.ceil(smoothed * 8) / 8) : 0;
  }

  private static float linear(int dBov) {
    return (float) Math.pow(10, -dBov / 20.0);
  }
}
