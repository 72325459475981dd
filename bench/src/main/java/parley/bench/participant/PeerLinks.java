package parley.bench.participant;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.CloseReason;
import parley.sfu.transport.dtls.DtlsCertificate;
import parley.sfu.transport.peer.Peer;
import parley.sfu.transport.peer.PeerListener;
import parley.sfu.transport.peer.PeerLoop;
import parley.sfu.transport.peer.ServerSide;
import parley.sfu.transport.srtp.CipherSource;

/** The media connections of all synthetic participants, on one thread. */
public final class PeerLinks implements AutoCloseable {
  private static final int BUFFERS = 65_536;
  private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

  private final PeerLoop loop;

  public PeerLinks() throws IOException {
    loop =
        new PeerLoop(
            "links", DtlsCertificate.create(Instant.now()), CipherSource.fastest(), BUFFERS);
  }

  /** The thread that everything about links happens on. */
  Executor thread() {
    return loop.loop();
  }

  /** A link that is not connected. Any thread but the links' own. */
  MediaLink open(MediaLink.Receiver receiver) {
    CompletableFuture<Link> made = new CompletableFuture<>();
    loop.loop().execute(() -> made.complete(new Link(receiver)));
    return made.join();
  }

  @Override
  public void close() {
    loop.close();
  }

  private final class Link implements MediaLink, PeerListener {
    private final Receiver receiver;
    private final Peer peer;

    Link(Receiver receiver) {
      this.receiver = receiver;
      this.peer = loop.newPeer(this);
    }

    @Override
    public String ufrag() {
      return peer.localUfrag();
    }

    @Override
    public String password() {
      return peer.localPwd();
    }

    @Override
    public String fingerprint() {
      return "sha-256 " + PAIRS.formatHex(peer.sha256());
    }

    @Override
    public void connect(InetSocketAddress server, String ufrag, String password, String print) {
      byte[] sha256 = HexFormat.ofDelimiter(":").parseHex(print.substring(print.indexOf(' ') + 1));
      loop.loop()
          .execute(() -> {
            try {
              peer.connect(new ServerSide(server, false, ufrag, password, sha256));
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          });
    }

    @Override
    public void sendRtp(ByteBuffer packet) {
      PacketBuffer buffer = loop.loop().pool().take();
      if (buffer == null) return;
      int length = packet.remaining();
      buffer.bytes().put(buffer.offset(), packet, packet.position(), length);
      buffer.window(buffer.offset(), length);
      peer.sendRtp(buffer);
    }

    @Override
    public void sendRtcp(ByteBuffer packet) {
      peer.sendRtcp(packet);
    }

    @Override
    public void close() {
      loop.loop().execute(peer::close);
    }

    @Override
    public void connected() {
      receiver.connected();
    }

    @Override
    public void rtp(PacketBuffer packet) {
      receiver.rtp(packet.bytes().slice(packet.offset(), packet.length()));
      packet.release();
    }

    @Override
    public void rtcp(PacketBuffer compound) {
      receiver.rtcp(compound.bytes().slice(compound.offset(), compound.length()));
      compound.release();
    }

    @Override
    public void closed(CloseReason reason) {
      receiver.closed(reason.toString());
    }
  }
}
