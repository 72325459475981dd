package parley.sfu.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketPool;
import parley.sfu.transport.dtls.DtlsCertificate;
import parley.sfu.transport.dtls.WarmUp;
import parley.sfu.transport.loop.SocketLoop;
import parley.sfu.transport.net.UdpSocket;
import parley.sfu.transport.net.UdpSockets;
import parley.sfu.transport.srtp.CipherSource;

/** The media port over real sockets. */
final class SocketMediaPort implements MediaPort {
  private static final int WARM_UPS = 3;
  private static final Duration TICK = Duration.ofMillis(250);
  private static final long FAREWELL_MILLIS = 50;

  private final PortServices services;
  private final List<SocketLoop> loops = new ArrayList<>();
  private final List<DatagramDemux> demuxes = new ArrayList<>();
  private final List<IceCandidate> candidates;
  private @Nullable TcpDoor tcp;

  SocketMediaPort(MediaPortConfig config) throws IOException {
    DtlsCertificate certificate = DtlsCertificate.create(Instant.now());
    Thread.ofVirtual().name("dtls-warm-up").start(() -> WarmUp.run(certificate, WARM_UPS));
    CipherSource ciphers = portable(config) ? CipherSource.PORTABLE : CipherSource.fastest();
    services = new PortServices(new Directory(), certificate, ciphers, config);
    try {
      candidates = open(config);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static boolean portable(MediaPortConfig config) {
    return config.fastPath() == MediaPortConfig.FastPath.PORTABLE;
  }

  private List<IceCandidate> open(MediaPortConfig config) throws IOException {
    int udpPort = config.udpPort();
    for (int i = 0; i < config.loops(); i++) {
      udpPort = openLoop(i, udpPort, config);
    }
    int tcpPort = -1;
    if (config.tcpPort() >= 0) {
      tcp = new TcpDoor(config.tcpPort(), config.tcpPlaces(), List.copyOf(demuxes));
      tcpPort = tcp.localPort();
    }
    List<InetAddress> addresses =
        config.addresses().isEmpty() ? HostAddresses.detect() : config.addresses();
    return HostAddresses.candidates(addresses, udpPort, tcpPort);
  }

  private int openLoop(int number, int udpPort, MediaPortConfig config) throws IOException {
    PacketPool pool = new PacketPool(config.buffers());
    Drops drops = new Drops();
    UdpSocket socket = UdpSockets.open(udpPort, config.loops() > 1, portable(config), pool, drops);
    SocketLoop loop = new SocketLoop(pool, drops, socket);
    DatagramDemux demux = new DatagramDemux(loop, services.directory());
    services.directory().add(demux);
    loops.add(loop);
    demuxes.add(demux);
    loop.start("media-loop-" + number, demux);
    loop.schedule(TICK, () -> tick(demux));
    return socket.localPort();
  }

  private void tick(DatagramDemux demux) {
    demux.loop().schedule(TICK, () -> tick(demux));
    long now = demux.loop().nanoTime();
    for (SecureTransport transport : demux.transports()) {
      transport.tick(now);
    }
  }

  @Override
  public List<? extends MediaLoop> loops() {
    return List.copyOf(loops);
  }

  @Override
  public DtlsIdentity identity() {
    return services.certificate()::sha256;
  }

  @Override
  public List<IceCandidate> candidates() {
    return candidates;
  }

  @Override
  public Transport newTransport(MediaLoop loop, Object room, TransportListener listener) {
    for (DatagramDemux demux : demuxes) {
      if (demux.loop().equals(loop)) {
        SecureTransport transport = new SecureTransport(demux, services, room, listener);
        demux.remember(transport);
        return transport;
      }
    }
    throw new IllegalArgumentException("not a loop of this port");
  }

  @Override
  public void close() {
    demuxes.forEach(demux -> demux.loop().execute(() -> endAll(demux)));
    waitForFarewells();
    if (tcp != null) {
      tcp.close();
    }
    loops.forEach(SocketLoop::close);
  }

  private static void endAll(DatagramDemux demux) {
    demux.transports().forEach(transport -> transport.end(CloseReason.PORT_CLOSED));
  }

  /** Goodbyes are encrypted on threads of their own and still have to leave through the loops. */
  private static void waitForFarewells() {
    try {
      Thread.sleep(FAREWELL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
