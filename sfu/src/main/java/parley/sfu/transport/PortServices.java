package parley.sfu.transport;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import parley.sfu.transport.dtls.DtlsCertificate;
import parley.sfu.transport.srtp.CipherSource;

/**
 * What all transports of a port share.
 *
 * @param handshakes one permit for each handshake that may be under way
 */
record PortServices(
    Directory directory,
    DtlsCertificate certificate,
    CipherSource ciphers,
    Semaphore handshakes,
    Duration handshakeLimit,
    Duration silentAfter) {

  PortServices(
      Directory directory,
      DtlsCertificate certificate,
      CipherSource ciphers,
      MediaPortConfig config) {
    this(
        directory,
        certificate,
        ciphers,
        new Semaphore(config.handshakes()),
        config.handshakeLimit(),
        config.silentAfter());
  }
}
