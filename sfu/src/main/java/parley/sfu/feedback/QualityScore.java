package parley.sfu.feedback;

/**
 * How good one direction of one track was in a window: 100 at best, less for loss, for delay and
 * jitter, and for simulcast layers that are missing; and what people would say (mean opinion
 * score).
 */
public final class QualityScore {
  /** The best. */
  public static final double BEST = 100;

  /** Loss counts more where less is hidden. */
  public static final double AUDIO_LOSS_WEIGHT = 8;

  /** The same for video. */
  public static final double VIDEO_LOSS_WEIGHT = 10;

  private static final double MISSING_LAYER = 35;
  private static final double RISING = 0.4;
  private static final double FALLING = 0.7;

  private double smoothed = BEST;

  /**
   * Takes a window.
   *
   * @param loss 0–1
   * @param rttMillis 0 while unknown
   * @param missingLayers between the best that could flow and the best that does
   */
  public void window(
      double loss, double lossWeight, double rttMillis, double jitterMillis, int missingLayers) {
    double byPackets = BEST - delayEffect(rttMillis, jitterMillis) - loss * 100 * lossWeight;
    double score = Math.clamp(Math.min(byPackets, BEST - MISSING_LAYER * missingLayers), 0, BEST);
    double factor = score < smoothed ? FALLING : RISING;
    smoothed += (score - smoothed) * factor;
  }

  // ITU-T G.107 in the simplified form that Cole and Rosenbluth (2001) gave it.
  private static double delayEffect(double rttMillis, double jitterMillis) {
    double delay = rttMillis / 2 + 2 * jitterMillis;
    return delay <= 160 ? delay / 40 : (delay - 120) / 10;
  }

  /** 0–100, smoothed over the windows. */
  public double score() {
    return smoothed;
  }

  /** Mean opinion score of a score, 1–4.5 (ITU-T G.107 annex B). */
  public static float opinion(double score) {
    double mos = 1 + 0.035 * score + score * (score - 60) * (100 - score) * 7e-6;
    return (float) Math.clamp(mos, 1, 4.5);
  }
}
