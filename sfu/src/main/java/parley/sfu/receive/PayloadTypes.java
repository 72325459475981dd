package parley.sfu.receive;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the payload types 0–127 of one connection mean. */
public final class PayloadTypes {
  private static final int TYPES = 128;
  private static final int NONE = -1;

  private final @Nullable Format[] formats = new Format[TYPES];
  private final int[] clockRates = new int[TYPES];
  private final boolean[] nack = new boolean[TYPES];
  private final byte[] originals = new byte[TYPES];

  /** Knows none. */
  public PayloadTypes() {
    Arrays.fill(originals, (byte) NONE);
  }

  /**
   * Adds a codec.
   *
   * @param clockRate ticks a second, positive
   * @param asksAgain whether NACKs were agreed on
   */
  public void media(int type, Format format, int clockRate, boolean asksAgain) {
    formats[type & 0x7F] = format;
    clockRates[type & 0x7F] = clockRate;
    nack[type & 0x7F] = asksAgain;
  }

  /** Adds the retransmission format of a codec. */
  public void rtx(int type, int original) {
    originals[type & 0x7F] = (byte) original;
  }

  public boolean isRtx(int type) {
    return originals[type] != NONE;
  }

  /** What an RTX payload type repeats; −1 when it is none. */
  public int original(int rtxType) {
    return originals[rtxType];
  }

  /** Null when not negotiated. */
  public @Nullable Format format(int type) {
    return formats[type];
  }

  public int clockRate(int type) {
    return clockRates[type];
  }

  public boolean nack(int type) {
    return nack[type];
  }
}
