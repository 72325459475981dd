package parley.wire.rtcp;

/** NTP timestamps as SRs carry them (RFC 3550 §4): seconds since 1900, 32.32 fixed point. */
public final class NtpTime {
  private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private NtpTime() {}

  /** From nanoseconds since 1970. */
  public static long ofEpochNanos(long nanos) {
    long seconds = Math.floorDiv(nanos, NANOS_PER_SECOND) + SECONDS_1900_TO_1970;
    long fraction = (Math.floorMod(nanos, NANOS_PER_SECOND) << 32) / NANOS_PER_SECOND;
    return seconds << 32 | fraction;
  }

  /** To nanoseconds since 1900, which a signed long holds until 2192. */
  public static long toNanos(long ntp) {
    return (ntp >>> 32) * NANOS_PER_SECOND + ((ntp & 0xFFFFFFFFL) * NANOS_PER_SECOND >>> 32);
  }

  /** The middle 32 bits, as a report block repeats them. */
  public static int middle(long ntp) {
    return (int) (ntp >> 16);
  }
}
