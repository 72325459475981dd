package parley.sfu.transport;

import java.time.Duration;
import parley.sfu.transport.dtls.DtlsCertificate;
import parley.sfu.transport.srtp.CipherSource;

/**
 * What all transports of a port share.
 *
 * @param handshakes a place for each handshake that may be under way
 */
record PortServices(
    Directory directory,
    DtlsCertificate certificate,
    CipherSource ciphers,
    HandshakeGate handshakes,
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
        new HandshakeGate(config.handshakes(), config.handshakeTime().toNanos()),
        config.handshakeLimit(),
        config.silentAfter());
  }
}
