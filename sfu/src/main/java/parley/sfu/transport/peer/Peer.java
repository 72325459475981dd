package parley.sfu.transport.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.CloseReason;
import parley.sfu.transport.MediaLoop;
import parley.sfu.transport.dtls.DtlsCertificate;
import parley.sfu.transport.dtls.DtlsConnection;
import parley.sfu.transport.dtls.DtlsKeys;
import parley.sfu.transport.dtls.Fingerprint;
import parley.sfu.transport.srtp.CipherSource;
import parley.sfu.transport.srtp.SrtpProfile;
import parley.sfu.transport.srtp.SrtpSession;

/** One synthetic participant's connection to the server. On its loop only. */
public final class Peer implements AutoCloseable {
  private static final Duration HANDSHAKE_LIMIT = Duration.ofSeconds(20);

  private final MediaLoop loop;
  private final PeerSockets sockets;
  private final DtlsCertificate certificate;
  private final CipherSource ciphers;
  private final PeerListener listener;
  private final PeerIce ice;
  private int[] profiles = {SrtpProfile.AES_128_GCM.id(), SrtpProfile.AES_128_CM_SHA1_80.id()};
  private @Nullable ServerSide server;
  private @Nullable PeerSocket socket;
  private @Nullable DtlsConnection dtls;
  private @Nullable SrtpSession srtp;
  private boolean closed;

  Peer(
      MediaLoop loop,
      PeerSockets sockets,
      DtlsCertificate certificate,
      CipherSource ciphers,
      PeerListener listener) {
    this.loop = loop;
    this.sockets = sockets;
    this.certificate = certificate;
    this.ciphers = ciphers;
    this.listener = listener;
    this.ice = new PeerIce(loop, this::send, this::reached);
  }

  /** Our username fragment, for the SDP. */
  public String localUfrag() {
    return ice.ufrag();
  }

  /** Our password, for the SDP. */
  public String localPwd() {
    return ice.pwd();
  }

  /** Our certificate's SHA-256, for the SDP. */
  public byte[] sha256() {
    return certificate.sha256();
  }

  /** What to offer in {@code use_srtp}, by number, best first; before {@link #connect}. */
  public void offer(int... srtpProfiles) {
    profiles = srtpProfiles;
  }

  /** Begins to check, then shakes hands, then is connected. */
  public void connect(ServerSide target) throws IOException {
    server = target;
    socket = PeerSocket.open(loop, sockets, target, this::received);
    ice.start(target.ufrag(), target.pwd());
  }

  /** New credentials of the server after its ICE restart. */
  public void restartIce(String ufrag, String pwd) {
    ice.start(ufrag, pwd);
  }

  /**
   * Goes on from another local port, as after a change of network.
   *
   * @param check whether to send a check from there at once; without one nothing is heard
   */
  public void move(boolean check) throws IOException {
    ServerSide target = server;
    if (target == null) {
      throw new IllegalStateException("not connected");
    }
    if (socket != null) {
      socket.close();
    }
    socket = PeerSocket.open(loop, sockets, target, this::received);
    if (check) {
      ice.start(target.ufrag(), target.pwd());
    }
  }

  /** Stops sending checks: consent runs out. */
  public void fallSilent() {
    ice.stop();
  }

  /** Lets what the server sends pile up, as a stalled machine would. */
  public void stopReading() {
    if (socket != null) {
      socket.stopReading();
    }
  }

  /** The local port. */
  public int localPort() {
    return socket == null ? 0 : socket.localPort();
  }

  private void received(PacketBuffer packet) {
    byte first = packet.length() == 0 ? -1 : packet.bytes().get(packet.offset());
    if ((first & 0xFC) == 0) {
      ice.received(packet);
      packet.release();
    } else if (first >= 20 && first <= 63) {
      handToDtls(packet);
    } else {
      srtp(packet);
    }
  }

  /** The server answered: it is there, so shake hands. */
  private void reached() {
    ServerSide target = server;
    if (dtls == null && target != null && !closed) {
      dtls =
          DtlsConnection.client(
              certificate,
              new Fingerprint("sha-256", target.sha256()),
              HANDSHAKE_LIMIT,
              profiles,
              new Handshaking());
    }
  }

  private void handToDtls(PacketBuffer packet) {
    if (dtls != null) {
      byte[] copy = new byte[packet.length()];
      packet.bytes().get(packet.offset(), copy);
      dtls.offer(copy);
    }
    packet.release();
  }

  private void srtp(PacketBuffer packet) {
    SrtpSession session = srtp;
    int type = packet.length() < 2 ? 0 : packet.bytes().get(packet.offset() + 1) & 0xFF;
    boolean rtcp = type >= 192 && type <= 223;
    DropReason reason =
        session == null
            ? DropReason.SRTP_NOT_READY
            : rtcp ? session.openRtcp(packet) : session.openRtp(packet);
    if (reason != null) {
      loop.drops().count(reason);
      packet.release();
    } else if (rtcp) {
      listener.rtcp(packet);
    } else {
      listener.rtp(packet);
    }
  }

  /** Encrypts and sends; takes the buffer over. */
  public void sendRtp(PacketBuffer packet) {
    SrtpSession session = srtp;
    DropReason reason = session == null ? DropReason.SEND_NOT_CONNECTED : session.sealRtp(packet);
    sendOrDrop(packet, reason);
  }

  /** Encrypts and sends the bytes between position and limit. */
  public void sendRtcp(ByteBuffer plainCompound) {
    PacketBuffer packet = loop.pool().take();
    if (packet == null) {
      loop.drops().count(DropReason.POOL_EMPTY);
      return;
    }
    int length = plainCompound.remaining();
    packet.bytes().put(packet.offset(), plainCompound, plainCompound.position(), length);
    packet.window(packet.offset(), length);
    SrtpSession session = srtp;
    DropReason reason = session == null ? DropReason.SEND_NOT_CONNECTED : session.sealRtcp(packet);
    sendOrDrop(packet, reason);
  }

  private void sendOrDrop(PacketBuffer packet, @Nullable DropReason reason) {
    if (reason == null) {
      send(packet);
    } else {
      loop.drops().count(reason);
      packet.release();
    }
  }

  /** Sends a datagram as it is, encrypted or not; takes the buffer over. */
  public void send(PacketBuffer datagram) {
    if (socket == null) {
      datagram.release();
    } else {
      socket.send(datagram);
    }
  }

  /** Sends bytes as they are. */
  public void send(byte[] datagram) {
    PacketBuffer packet = loop.pool().take();
    if (packet != null) {
      packet.bytes().put(packet.offset(), datagram);
      packet.window(packet.offset(), datagram.length);
      send(packet);
    }
  }

  /** Whether keys are there. */
  public boolean connected() {
    return srtp != null && !closed;
  }

  /** Says goodbye and ends. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    ice.stop();
    if (dtls != null) {
      dtls.close();
    }
    loop.schedule(Duration.ofMillis(200), this::closeSocket);
  }

  /** Is gone without a word, as after a crash. */
  public void vanish() {
    closed = true;
    ice.stop();
    closeSocket();
    if (dtls != null) {
      dtls.close();
    }
  }

  private void closeSocket() {
    if (socket != null) {
      socket.close();
    }
    if (srtp != null) {
      srtp.close();
      srtp = null;
    }
  }

  private final class Handshaking implements DtlsConnection.Events {
    @Override
    public void send(byte[] datagram) {
      loop.execute(() -> Peer.this.send(datagram));
    }

    @Override
    public void handshakeOver() {}

    @Override
    public void keys(DtlsKeys keys) {
      loop.execute(() -> {
        if (!closed) {
          srtp = new SrtpSession(ciphers, keys.profile(), keys.ours(), keys.theirs());
          listener.connected();
        }
      });
    }

    @Override
    public void ended(DtlsConnection.End reason) {
      loop.execute(() -> {
        if (!closed) {
          closed = true;
          ice.stop();
          closeSocket();
          listener.closed(
              switch (reason) {
                case GOODBYE -> CloseReason.PEER_CLOSED;
                case WRONG_FINGERPRINT -> CloseReason.WRONG_FINGERPRINT;
                case FAILED -> CloseReason.HANDSHAKE_FAILED;
              });
        }
      });
    }
  }
}
