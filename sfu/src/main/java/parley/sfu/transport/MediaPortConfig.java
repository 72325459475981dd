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
 * @param handshakes the most DTLS handshakes under way at once; of one room half, from one address
 *     a quarter
 * @param handshakeTime how long one handshake may take for sure, also when others wait for its
 *     place
 * @param handshakeLimit how long one handshake may take
 * @param tcpPlaces the most TCP connections; from one address a quarter
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
    Duration handshakeTime,
    Duration handshakeLimit,
    int tcpPlaces,
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
    if (loops < 1 || buffers < 64 || handshakes < 1 || tcpPlaces < 1) {
      throw new IllegalArgumentException(
          "loops, buffers, handshakes and TCP places must be positive");
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
        256,
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        4_096,
        Duration.ofSeconds(10));
  }

  /** The same with these addresses; empty to detect. */
  public MediaPortConfig withAddresses(List<InetAddress> advertised) {
    return changed(advertised, loops, fastPath, handshakes, handshakeTime, tcpPlaces, silentAfter);
  }

  /** The same with so many loops. */
  public MediaPortConfig withLoops(int count) {
    return changed(addresses, count, fastPath, handshakes, handshakeTime, tcpPlaces, silentAfter);
  }

  /** The same with this implementation. */
  public MediaPortConfig withFastPath(FastPath path) {
    return changed(addresses, loops, path, handshakes, handshakeTime, tcpPlaces, silentAfter);
  }

  /** The same with this limit of silence. */
  public MediaPortConfig withSilentAfter(Duration limit) {
    return changed(addresses, loops, fastPath, handshakes, handshakeTime, tcpPlaces, limit);
  }

  /** The same with so many handshakes at once, each of which may take so long for sure. */
  public MediaPortConfig withHandshakes(int most, Duration time) {
    return changed(addresses, loops, fastPath, most, time, tcpPlaces, silentAfter);
  }

  /** The same with so many TCP connections. */
  public MediaPortConfig withTcpPlaces(int most) {
    return changed(addresses, loops, fastPath, handshakes, handshakeTime, most, silentAfter);
  }

  private MediaPortConfig changed(
      List<InetAddress> nowAddresses,
      int nowLoops,
      FastPath nowPath,
      int nowHandshakes,
      Duration nowTime,
      int nowPlaces,
      Duration nowSilent) {
    return new MediaPortConfig(
        udpPort,
        tcpPort,
        nowAddresses,
        nowLoops,
        nowPath,
        buffers,
        nowHandshakes,
        nowTime,
        handshakeLimit,
        nowPlaces,
        nowSilent);
  }
}
