package parley.sfu.transport.srtp;

/** Makes ciphers: the seam between the portable implementation and faster ones. */
@FunctionalInterface
public interface CipherSource {
  /** Everything by the Java platform. */
  CipherSource PORTABLE = CipherSource::portable;

  /** A cipher for one direction. */
  PacketCipher create(SrtpProfile profile, SessionKeys rtp, SessionKeys rtcp);

  private static PacketCipher portable(SrtpProfile profile, SessionKeys rtp, SessionKeys rtcp) {
    return profile.gcm() ? new JavaGcmCipher(rtp, rtcp) : new CounterModeCipher(rtp, rtcp);
  }
}
