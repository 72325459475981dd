package parley.sfu.transport.srtp;

import java.util.stream.Stream;

/** The implementations that this machine can run. */
final class CipherSources {
  private CipherSources() {}

  static Stream<CipherSource> all() {
    return Stream.of(CipherSource.PORTABLE, CipherSource.fastest()).distinct();
  }
}
