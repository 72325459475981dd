package parley.wire.rtp;

/** The client-to-mixer audio level (RFC 6464 §3): one byte, V bit and −dBov. */
public final class AudioLevel {
  /** Silence, the lowest level: −127 dBov. */
  public static final int SILENCE = 127;

  private AudioLevel() {}

  /** 0 (loudest) to 127 (silence), in −dBov. */
  public static int level(byte element) {
    return element & 0x7F;
  }

  /** The sender's own opinion whether this is speech. */
  public static boolean voice(byte element) {
    return element < 0;
  }
}
