package parley.sfu;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import parley.sfu.packet.DropReason;
import parley.sfu.transport.MediaLoop;
import parley.sfu.transport.MediaPort;
import parley.sfu.transport.MediaPortConfig;

/**
 * The media server's engine: sockets, media threads and the rooms on them. Safe to call from any
 * thread.
 */
public final class Sfu implements AutoCloseable {
  private final MediaPort port;
  private final MediaLimits limits;
  private final List<LoopTraffic> loops;
  private final AtomicInteger rooms = new AtomicInteger();
  private final SecureRandom random = new SecureRandom();

  private record LoopTraffic(MediaLoop loop, Traffic traffic) {}

  private Sfu(MediaPort port, MediaLimits limits) {
    this.port = port;
    this.limits = limits;
    loops =
        port.loops().stream()
            .map(loop -> new LoopTraffic(loop, Traffic.countingDrops(loop.drops())))
            .toList();
  }

  /**
   * Opens the sockets and starts the media threads.
   *
   * @throws IOException when a port cannot be opened
   */
  public static Sfu start(SfuConfig config) throws IOException {
    List<InetAddress> addresses = config.advertised();
    MediaPortConfig settings =
        MediaPortConfig.on(config.udpPort(), config.tcpPort())
            .withAddresses(addresses)
            .withLoops(Math.max(1, config.loops()))
            .withSilentAfter(config.silentAfter());
    return new Sfu(MediaPort.open(settings), config.limits());
  }

  /** A new room on one of the media threads. Names need not be unique. */
  public Room createRoom(String name, RoomListener listener) {
    LoopTraffic one = loops.get(Math.floorMod(rooms.getAndIncrement(), loops.size()));
    Object together = new Object();
    return new Room(
        name,
        listener,
        one.loop,
        one.traffic,
        limits,
        transportListener -> port.newTransport(one.loop, together, transportListener),
        InstantSource.system(),
        new SplittableRandom(random.nextLong()));
  }

  /** Of the certificate that all our DTLS connections show. */
  public DtlsFingerprint fingerprint() {
    return new DtlsFingerprint("sha-256", port.identity().sha256());
  }

  /** Where clients can reach us, best first. */
  public List<IceCandidate> candidates() {
    return port.candidates().stream().map(Sfu::candidate).toList();
  }

  private static IceCandidate candidate(parley.sfu.transport.IceCandidate one) {
    return new IceCandidate(
        one.foundation(),
        one.tcp() ? "tcp" : "udp",
        Integer.toUnsignedLong(one.priority()),
        one.address().getHostAddress(),
        one.port());
  }

  /** What has passed so far; every drop reason is there, also with zero. */
  public SfuStats stats() {
    long received = loops.stream().mapToLong(one -> one.traffic.received().sum()).sum();
    long sent = loops.stream().mapToLong(one -> one.traffic.sent().sum()).sum();
    Map<String, Long> drops =
        Arrays.stream(DropReason.values())
            .collect(Collectors.toMap(DropReason::name, this::dropped));
    return new SfuStats(received, sent, drops);
  }

  private long dropped(DropReason reason) {
    return loops.stream()
        .mapToLong(one -> one.loop.drops().snapshot().getOrDefault(reason, 0L))
        .sum();
  }

  /** Ends all rooms and closes the sockets. */
  @Override
  public void close() {
    port.close();
  }
}
