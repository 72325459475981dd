package parley.sfu.transport.srtp;

/** Makes ciphers: the seam between the portable implementation and faster ones. */
@FunctionalInterface
public interface CipherSource {
  /** Everything by the Java platform. */
  CipherSource PORTABLE = CipherSource::portable;

  /** AES-GCM by libcrypto, the rest by the Java platform. */
  CipherSource OPENSSL = CipherSource::openssl;

  /** A cipher for one direction. */
  PacketCipher create(SrtpProfile profile, SessionKeys rtp, SessionKeys rtcp);

  private static PacketCipher portable(SrtpProfile profile, SessionKeys rtp, SessionKeys rtcp) {
    return profile.gcm() ? new JavaGcmCipher(rtp, rtcp) : new CounterModeCipher(rtp, rtcp);
  }

  private static PacketCipher openssl(SrtpProfile profile, SessionKeys rtp, SessionKeys rtcp) {
    return profile.gcm() ? new OpensslGcmCipher(rtp, rtcp) : new CounterModeCipher(rtp, rtcp);
  }

  /** The fastest that works on this machine. */
  static CipherSource fastest() {
    return OpensslGcm.available() ? OPENSSL : PORTABLE;
  }
}
