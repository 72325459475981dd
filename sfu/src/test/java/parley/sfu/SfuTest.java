package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.dtls.DtlsCertificate;
import parley.sfu.transport.peer.Peer;
import parley.sfu.transport.peer.PeerListener;
import parley.sfu.transport.peer.PeerLoop;
import parley.sfu.transport.peer.ServerSide;
import parley.sfu.transport.srtp.CipherSource;
import parley.wire.rtp.RtpPacket;

/** The whole engine over loopback: sockets, DTLS, SRTP, forwarding. */
class SfuTest {
  private final Sfu sfu =
      Sfu.start(new SfuConfig(0, 0, List.of(InetAddress.ofLiteral("127.0.0.1")), 0));
  private final PeerLoop peers =
      new PeerLoop("peers", DtlsCertificate.create(Instant.now()), CipherSource.PORTABLE, 8192);
  private final Room room = sfu.createRoom("room", new RoomListener() {});

  SfuTest() throws Exception {}

  @AfterEach
  void close() {
    peers.close();
    sfu.close();
  }

  private final class Client implements PeerListener, ParticipantListener {
    final CompletableFuture<Boolean> atClient = new CompletableFuture<>();
    final CompletableFuture<Boolean> atServer = new CompletableFuture<>();
    final CompletableFuture<PublishedTrack> live = new CompletableFuture<>();
    final BlockingQueue<byte[]> rtp = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> rtcp = new LinkedBlockingQueue<>();
    final Participant participant;
    final Peer peer;

    Client(String sid, boolean tcp) {
      participant = on(room, () -> room.add(sid, this));
      peer = on(peers.loop(), () -> peers.newPeer(this));
      IceCredentials ours = on(room, participant::local);
      IceCandidate candidate =
          sfu.candidates().stream()
              .filter(one -> one.protocol().equals(tcp ? "tcp" : "udp"))
              .findFirst()
              .orElseThrow();
      var address = new InetSocketAddress(candidate.address(), candidate.port());
      IceCredentials theirs = new IceCredentials(peer.localUfrag(), peer.localPwd());
      on(
          room,
          () -> {
            participant.receiveParameters(Sdp.PARAMETERS);
            participant.connect(
                new RemoteTransport(theirs, new DtlsFingerprint("sha-256", peer.sha256())));
            return true;
          });
      ServerSide server =
          new ServerSide(address, tcp, ours.ufrag(), ours.pwd(), sfu.fingerprint().value());
      on(
          peers.loop(),
          () -> {
            peer.connect(server);
            return true;
          });
      await(atClient);
      await(atServer);
    }

    void send(byte[] packet) {
      on(
          peers.loop(),
          () -> {
            PacketBuffer buffer = Objects.requireNonNull(peers.loop().pool().take());
            buffer.bytes().put(buffer.offset(), packet);
            buffer.window(buffer.offset(), packet.length);
            peer.sendRtp(buffer);
            return true;
          });
    }

    @Override
    public void connected() {
      (Thread.currentThread().getName().startsWith("peers") ? atClient : atServer).complete(true);
    }

    @Override
    public void trackLive(PublishedTrack track) {
      live.complete(track);
    }

    @Override
    public void rtp(PacketBuffer packet) {
      rtp.add(bytes(packet));
    }

    @Override
    public void rtcp(PacketBuffer compound) {
      rtcp.add(bytes(compound));
    }

    private byte[] bytes(PacketBuffer packet) {
      byte[] bytes = new byte[packet.length()];
      packet.bytes().get(packet.offset(), bytes);
      packet.release();
      return bytes;
    }

    @Override
    public void closed(parley.sfu.transport.CloseReason reason) {}
  }

  private static <T> T on(Executor thread, Callable<T> deed) {
    CompletableFuture<T> result = new CompletableFuture<>();
    thread.execute(() -> {
      try {
        result.complete(deed.call());
      } catch (Exception e) {
        result.completeExceptionally(e);
      }
    });
    return await(result);
  }

  private static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  void picturesGoFromOneBrowserToAnother() throws Exception {
    forwards(false);
  }

  @Test
  void picturesGoOverTcpAsWell() throws Exception {
    forwards(true);
  }

  private void forwards(boolean tcp) throws Exception {
    Client sender = new Client("PA_a", tcp);
    Client receiver = new Client("PA_b", tcp);
    PublishedTrack track =
        on(room, () -> sender.participant.publish(VirtualCall.simulcast("q", "h", "f")));
    on(room, () -> receiver.participant.subscribe(track, Sdp.receiverVideo(700, 701)));
    FakeLoop clock = new FakeLoop();
    VideoSender camera = new VideoSender(clock, "1", sender::send, bytes -> {}, "q", "h", "f");
    camera.start();
    clock.run(Duration.ofMillis(300));
    assertThat(await(sender.live)).isSameAs(track);
    RtpPacket view = new RtpPacket();
    for (int i = 0; i < 10; i++) {
      byte[] packet = receiver.rtp.poll(10, TimeUnit.SECONDS);
      assertThat(packet).isNotNull();
      assertThat(view.wrap(ByteBuffer.wrap(packet), 0, packet.length)).isTrue();
      assertThat(view.ssrc()).isEqualTo(700);
      assertThat(view.payloadType()).isEqualTo(Sdp.THEIR_VP8);
    }
    assertThat(sender.rtcp.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(sfu.stats().packetsSent()).isGreaterThanOrEqualTo(10);
    on(
        room,
        () -> {
          room.close();
          return true;
        });
  }
}
