package parley.sfu.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.dtls.DtlsCertificate;
import parley.sfu.transport.peer.Peer;
import parley.sfu.transport.peer.PeerLoop;
import parley.sfu.transport.peer.ServerSide;
import parley.sfu.transport.srtp.CipherSource;

/** A media port and peers that reach it over loopback. */
final class Meeting implements AutoCloseable {
  private static final DtlsCertificate CERTIFICATE = DtlsCertificate.create(Instant.now());

  final MediaPort port;
  final PeerLoop peers;

  Meeting(UnaryOperator<MediaPortConfig> change) throws IOException {
    MediaPortConfig config =
        MediaPortConfig.on(0, 0).withAddresses(List.of(InetAddress.ofLiteral("127.0.0.1")));
    port = MediaPort.open(change.apply(config));
    peers = new PeerLoop("peers", CERTIFICATE, CipherSource.PORTABLE, 8192);
  }

  /** Both ends of one connection. */
  final class Connection {
    final MediaLoop loop;
    final Recorder atServer = new Recorder();
    final Recorder atPeer = new Recorder();
    final Transport transport;
    final Peer peer;
    boolean tcp;

    private Connection(MediaLoop loop, Object room) {
      this.loop = loop;
      transport = Loops.on(loop, () -> port.newTransport(loop, room, atServer));
      peer = Loops.on(peers.loop(), () -> peers.newPeer(atPeer));
    }

    ServerSide serverSide() {
      IceCandidate candidate =
          port.candidates().stream().filter(c -> c.tcp() == tcp).findFirst().orElseThrow();
      var address = new InetSocketAddress(candidate.address(), candidate.port());
      return Loops.on(
          loop,
          () ->
              new ServerSide(
                  address,
                  tcp,
                  transport.localUfrag(),
                  transport.localPwd(),
                  port.identity().sha256()));
    }

    Connection announce() {
      announce(peer.sha256());
      return this;
    }

    void announce(byte[] fingerprint) {
      Loops.run(
          loop,
          () -> transport.setRemote(peer.localUfrag(), peer.localPwd(), "sha-256", fingerprint));
    }

    void call() {
      call(serverSide());
    }

    void call(ServerSide server) {
      Loops.on(
          peers.loop(),
          () -> {
            peer.connect(server);
            return true;
          });
    }

    Connection establish() {
      announce();
      call();
      Loops.await(atPeer.connected);
      Loops.await(atServer.connected);
      return this;
    }

    void toServer(byte[] rtp) {
      Loops.run(peers.loop(), () -> peer.sendRtp(buffer(peers.loop(), rtp)));
    }

    void toPeer(byte[] rtp) {
      Loops.run(loop, () -> transport.sendRtp(buffer(loop, rtp)));
    }

    void rtcpToServer(byte[] compound) {
      Loops.run(peers.loop(), () -> peer.sendRtcp(ByteBuffer.wrap(compound)));
    }

    void rtcpToPeer(byte[] compound) {
      Loops.run(loop, () -> transport.sendRtcp(ByteBuffer.wrap(compound)));
    }

    void raw(byte[] datagram) {
      Loops.run(peers.loop(), () -> peer.send(datagram));
    }
  }

  Connection newConnection() {
    return newConnection(0);
  }

  /** One of another room. */
  Connection newConnectionIn(Object room) {
    return new Connection(port.loops().getFirst(), room);
  }

  Connection newConnection(int loop) {
    return new Connection(port.loops().get(loop), "room");
  }

  /** Waits until so many were dropped for the reason, on any loop. */
  void awaitDrops(DropReason reason, long count) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (drops(reason) < count) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(reason + " " + drops(reason) + ": " + snapshot());
      }
      Thread.sleep(2);
    }
  }

  long drops(DropReason reason) {
    return port.loops().stream().mapToLong(loop -> loop.drops().of(reason)).sum();
  }

  String snapshot() {
    return port.loops().stream().map(loop -> loop.drops().snapshot()).toList().toString();
  }

  static PacketBuffer buffer(MediaLoop loop, byte[] bytes) {
    PacketBuffer packet = Objects.requireNonNull(loop.pool().take());
    packet.bytes().put(packet.offset(), bytes);
    packet.window(packet.offset(), bytes.length);
    return packet;
  }

  /** An RTP packet of SSRC 7 with so much payload. */
  static byte[] rtp(int sequenceNumber, int payload) {
    ByteBuffer bytes = ByteBuffer.allocate(12 + payload);
    bytes.putShort((short) 0x8060).putShort((short) sequenceNumber).putInt(1000).putInt(7);
    for (int i = 0; i < payload; i++) {
      bytes.put((byte) (i + sequenceNumber));
    }
    return bytes.array();
  }

  static byte[] rtcp(int ssrc) {
    return ByteBuffer.allocate(8).putInt(0x80C90001).putInt(ssrc).array();
  }

  @Override
  public void close() {
    peers.close();
    port.close();
  }
}
