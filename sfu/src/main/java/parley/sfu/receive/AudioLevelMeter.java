package parley.sfu.receive;

import parley.wire.rtp.AudioLevel;

/**
 * How loudly one participant speaks, from the audio levels of its packets (RFC 6464): over windows
 * of 400 ms the loudest level, weakened by how little of the window was above the threshold,
 * smoothed over two windows.
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

  private int lastTimestamp;
  private int activeMillis;
  private int loudest = AudioLevel.SILENCE;
  private boolean heard;
  private boolean heardBefore;
  private float smoothed;

  /**
   * A packet came.
   *
   * @param level in −dBov
   * @param timestamp its RTP timestamp, which tells how long the packet before it lasted
   */
  public void observe(int level, int timestamp, int clockRate) {
    long passed = (long) (timestamp - lastTimestamp) * 1000 / clockRate;
    lastTimestamp = timestamp;
    heard = true;
    if (level <= ACTIVE_LEVEL) {
      activeMillis += Math.clamp(passed, SHORTEST, LONGEST);
      loudest = Math.min(loudest, level);
    }
  }

  /** Closes the window; who was not heard in two of them is silent at once. */
  public void closeWindow() {
    float share = Math.min(1f, (float) activeMillis / WINDOW);
    float level = share >= ACTIVE_SHARE ? linear(loudest) * share : 0;
    smoothed = heard || heardBefore ? smoothed + (level - smoothed) * SMOOTHING : 0;
    heardBefore = heard;
    heard = false;
    activeMillis = 0;
    loudest = AudioLevel.SILENCE;
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
