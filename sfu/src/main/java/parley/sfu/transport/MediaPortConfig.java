package parley.sfu.transport;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the media port.
 *
 * @param udpPort 0 for any free one
 * @param tcpPort 0 for any free one, −1 for no TCP
 * @param addresses what to advertise; empty to detect
 * @param loops threads with a UDP socket each
 * @param fastPath which implementation moves datagrams and encrypts
 * @param buffers the most packet buffers of 2 kB a loop may hold
 * @param handshakes the most DTLS handshakes under way at once
 * @param handshakeLimit how long one handshake may take
 * @param silentAfter silence that counts as lost
 */
public record MediaPortConfig(
    int udpPort,
    int tcpPort,
    List<InetAddress> addresses,
    int loops,
    FastPath fastPath,
    int buffers,
    int handshakes,
    Duration handshakeLimit,
    Duration silentAfter) {

  /** Which implementation moves datagrams and encrypts. */
  public enum FastPath {
    /** The operating system's calls and OpenSSL where they are there, plain Java elsewhere. */
    AUTO,
    /** Plain Java always. */
    PORTABLE,
  }

  /** Checks and copies. */
  public MediaPortConfig {
    addresses = List.copyOf(addresses);
    if (loops < 1 || buffers < 64 || handshakes < 1) {
      throw new IllegalArgumentException("loops, buffers and handshakes must be positive");
    }
  }

  /** The defaults on these ports: one loop, detected addresses. */
  public static MediaPortConfig on(int udpPort, int tcpPort) {
    return new MediaPortConfig(
        udpPort,
        tcpPort,
        List.of(),
        1,
        FastPath.AUTO,
        65_536,
        128,
        Duration.ofSeconds(15),
        Duration.ofSeconds(10));
  }

  /** The same with these addresses; empty to detect. */
  public MediaPortConfig withAddresses(List<InetAddress> advertised) {
    return new MediaPortConfig(
        udpPort,
        tcpPort,
        advertised,
        loops,
        fastPath,
        buffers,
        handshakes,
        handshakeLimit,
        silentAfter);
  }

  /** The same with so many loops. */
  public MediaPortConfig withLoops(int count) {
    return new MediaPortConfig(
        udpPort,
        tcpPort,
        addresses,
        count,
        fastPath,
        buffers,
        handshakes,
        handshakeLimit,
        silentAfter);
  }

  /** The same with this implementation. */
  public MediaPortConfig withFastPath(FastPath path) {
    return new MediaPortConfig(
        udpPort, tcpPort, addresses, loops, path, buffers, handshakes, handshakeLimit, silentAfter);
  }

  /** The same with this limit of silence. */
  public MediaPortConfig withSilentAfter(Duration limit) {
    return new MediaPortConfig(
        udpPort, tcpPort, addresses, loops, fastPath, buffers, handshakes, handshakeLimit, limit);
  }

  /** The same with so many handshakes at once, each of which may take so long. */
  public MediaPortConfig withHandshakes(int most, Duration limit) {
    return new MediaPortConfig(
        udpPort, tcpPort, addresses, loops, fastPath, buffers, most, limit, silentAfter);
  }
}
