package parley.sfu.transport;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.dtls.DtlsConnection;
import parley.sfu.transport.dtls.DtlsKeys;
import parley.sfu.transport.dtls.Fingerprint;
import parley.sfu.transport.ice.CheckAnswers;
import parley.sfu.transport.ice.IceAgent;
import parley.sfu.transport.ice.IceCredentials;
import parley.sfu.transport.ice.Path;
import parley.sfu.transport.ice.PathListener;
import parley.sfu.transport.ice.TriggeredChecks;
import parley.sfu.transport.loop.SocketLoop;
import parley.sfu.transport.net.Route;
import parley.sfu.transport.srtp.SrtpSession;
import parley.wire.stun.StunMessage;

/**
 * A transport over the sockets of a {@link SocketMediaPort}: joins ICE, DTLS and SRTP. On its loop
 * only.
 */
final class SecureTransport implements Transport {
  private static final int MOST_EARLY = 64;
  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final DatagramDemux demux;
  private final SocketLoop loop;
  private final Drops drops;
  private final PortServices services;
  private final Object room;
  private final TransportListener listener;
  private final IceAgent agent;
  private final Queue<PacketBuffer> early = new ArrayDeque<>();
  private final List<PacketBuffer> outgoing = new ArrayList<>();
  private final Runnable flush = this::flush;
  private @Nullable Fingerprint remoteFingerprint;
  private @Nullable DtlsConnection dtls;
  private @Nullable SrtpSession srtp;
  private @Nullable Route farewell;
  private long lastHeardNanos;
  private boolean heard;
  private boolean silent;
  private boolean closed;

  SecureTransport(
      DatagramDemux demux, PortServices services, Object room, TransportListener listener) {
    this.demux = demux;
    this.loop = demux.loop();
    this.drops = loop.drops();
    this.services = services;
    this.room = room;
    this.listener = listener;
    this.lastHeardNanos = loop.nanoTime();
    this.agent =
        new IceAgent(
            registered(),
            new CheckAnswers(loop.pool(), drops),
            new TriggeredChecks(loop.pool(), drops),
            new Paths());
  }

  private IceCredentials registered() {
    IceCredentials fresh = IceCredentials.random();
    while (!services.directory().register(fresh.ufrag(), this)) {
      fresh = IceCredentials.random();
    }
    return fresh;
  }

  SocketLoop loop() {
    return loop;
  }

  DatagramDemux demux() {
    return demux;
  }

  @Override
  public String localUfrag() {
    return agent.credentials().ufrag();
  }

  @Override
  public String localPwd() {
    return agent.credentials().pwd();
  }

  @Override
  public void setRemote(String ufrag, String pwd, String algorithm, byte[] fingerprint) {
    Fingerprint announced = new Fingerprint(algorithm, fingerprint);
    if (dtls == null) {
      remoteFingerprint = announced;
    }
    agent.remote(ufrag, pwd);
  }

  @Override
  public void restartIce() {
    IceCredentials outdated = agent.previousCredentials();
    if (outdated != null) {
      services.directory().unregister(outdated.ufrag());
    }
    agent.restart(registered());
  }

  // What comes in

  /** A connectivity check that named us; null if it was answered. */
  @Nullable DropReason check(StunMessage request, String ufrag, Route from) {
    return closed
        ? DropReason.STUN_UNKNOWN_USERNAME
        : agent.check(request, ufrag, from, loop.nanoTime());
  }

  /** An answer to a check of ours; null if it was one. */
  @Nullable DropReason answered(StunMessage answer, Route from) {
    return closed ? DropReason.STUN_UNEXPECTED : agent.answered(answer, from, loop.nanoTime());
  }

  /** A DTLS datagram from one of our paths; takes the buffer over. */
  void dtls(PacketBuffer datagram, Path path) {
    try {
      DropReason reason = handToDtls(datagram, path);
      if (reason != null) {
        drops.count(reason);
      }
    } finally {
      datagram.release();
    }
  }

  private @Nullable DropReason handToDtls(PacketBuffer datagram, Path path) {
    Fingerprint expected = remoteFingerprint;
    if (closed || expected == null) {
      return DropReason.DTLS_NOT_READY;
    }
    DtlsConnection connection = dtls;
    if (connection == null) {
      HandshakeGate.Place entered =
          services
              .handshakes()
              .enter(room, path.route().remote(), loop.nanoTime(), this::giveHandshakeUp);
      if (entered == null) {
        return DropReason.DTLS_BUSY;
      }
      connection =
          DtlsConnection.server(
              services.certificate(),
              expected,
              services.handshakeLimit(),
              new Handshaking(entered));
      dtls = connection;
    }
    byte[] copy = new byte[datagram.length()];
    datagram.bytes().get(datagram.offset(), copy);
    return connection.offer(copy) ? null : DropReason.DTLS_QUEUE_FULL;
  }

  /** Others wait for the place of a handshake that had its time. Any thread. */
  private void giveHandshakeUp() {
    loop.execute(() -> {
      if (srtp == null) {
        drops.count(DropReason.DTLS_BUSY);
        end(CloseReason.HANDSHAKE_FAILED);
      }
    });
  }

  /** An SRTP or SRTCP packet from one of our paths; takes the buffer over. */
  void srtp(PacketBuffer packet, Path path) {
    SrtpSession session = srtp;
    if (session == null) {
      keepEarly(packet);
      return;
    }
    boolean rtcp = isRtcp(packet);
    boolean handedOn = false;
    try {
      DropReason reason = rtcp ? session.openRtcp(packet) : session.openRtp(packet);
      if (reason != null) {
        drops.count(reason);
        return;
      }
      long now = loop.nanoTime();
      path.heard(now);
      hear(now);
      handedOn = !closed;
    } finally {
      if (!handedOn) {
        packet.release();
      }
    }
    if (handedOn && rtcp) {
      listener.rtcp(packet);
    } else if (handedOn) {
      listener.rtp(packet);
    }
  }

  /** RFC 5761 §4. */
  private static boolean isRtcp(PacketBuffer packet) {
    int type = packet.length() < 2 ? 0 : packet.bytes().get(packet.offset() + 1) & 0xFF;
    return type >= 192 && type <= 223;
  }

  /**
   * The other side has its keys a moment before our loop has them; its first packets may hold the
   * keyframe.
   */
  private void keepEarly(PacketBuffer packet) {
    if (closed || dtls == null || early.size() >= MOST_EARLY) {
      drop(packet, DropReason.SRTP_NOT_READY);
    } else {
      early.add(packet);
    }
  }

  private void hear(long now) {
    lastHeardNanos = now;
    heard = true;
    if (silent) {
      silent = false;
      listener.alive();
    }
  }

  private void keysAgreed(DtlsKeys keys) {
    if (closed) {
      return;
    }
    srtp = new SrtpSession(services.ciphers(), keys.profile(), keys.ours(), keys.theirs());
    listener.connected();
    Path path = agent.selected();
    for (PacketBuffer packet = early.poll(); packet != null; packet = early.poll()) {
      if (path == null) {
        drop(packet, DropReason.SRTP_NOT_READY);
      } else {
        srtp(packet, path);
      }
    }
  }

  // What goes out

  @Override
  public void sendRtp(PacketBuffer packet) {
    SrtpSession session = ready(packet);
    PacketBuffer own = session == null ? null : exclusive(packet);
    if (session != null && own != null) {
      queue(own, session.sealRtp(own));
    }
  }

  private @Nullable PacketBuffer exclusive(PacketBuffer packet) {
    if (packet.exclusive()) {
      return packet;
    }
    PacketBuffer copy = loop.pool().take();
    if (copy == null) {
      drop(packet, DropReason.POOL_EMPTY);
      return null;
    }
    copy.bytes().put(copy.offset(), packet.bytes(), packet.offset(), packet.length());
    copy.window(copy.offset(), packet.length());
    packet.release();
    return copy;
  }

  @Override
  public boolean sendRtp(PacketBuffer header, PacketBuffer source, int payloadOffset, int length) {
    SrtpSession session = ready(header);
    return session != null && queue(header, session.sealRtp(header, source, payloadOffset, length));
  }

  @Override
  public boolean sendRtpAgain(
      PacketBuffer header, PacketBuffer source, int payloadOffset, int length) {
    SrtpSession session = ready(header);
    return session != null
        && queue(header, session.sealRtpAgain(header, source, payloadOffset, length));
  }

  @Override
  public void sendRtcp(ByteBuffer plainCompound) {
    PacketBuffer packet = loop.pool().take();
    if (packet == null || plainCompound.remaining() > PacketBuffer.MAX_PACKET) {
      drops.count(packet == null ? DropReason.POOL_EMPTY : DropReason.RTP_MALFORMED);
      if (packet != null) {
        packet.release();
      }
      return;
    }
    int length = plainCompound.remaining();
    packet.bytes().put(packet.offset(), plainCompound, plainCompound.position(), length);
    packet.window(packet.offset(), length);
    SrtpSession session = ready(packet);
    if (session != null) {
      queue(packet, session.sealRtcp(packet));
    }
  }

  /** The session, or null after dropping the packet. */
  private @Nullable SrtpSession ready(PacketBuffer packet) {
    SrtpSession session = srtp;
    if (session == null || closed) {
      drop(packet, DropReason.SEND_NOT_CONNECTED);
      return null;
    }
    if (silent) {
      drop(packet, DropReason.SEND_NO_CONSENT);
      return null;
    }
    return session;
  }

  private boolean queue(PacketBuffer packet, @Nullable DropReason refused) {
    if (refused != null) {
      drop(packet, refused);
      return false;
    }
    if (outgoing.isEmpty()) {
      loop.atTurnsEnd(flush);
    }
    outgoing.add(packet);
    return true;
  }

  /**
   * All packets of a turn go to one address in a row: the socket can hand them over as one burst.
   */
  private void flush() {
    Path path = agent.selected();
    for (int i = 0; i < outgoing.size(); i++) {
      PacketBuffer packet = outgoing.get(i);
      if (path == null) {
        drop(packet, DropReason.SEND_NOT_CONNECTED);
      } else {
        path.route().send(packet);
      }
    }
    outgoing.clear();
  }

  private void sendDtls(byte[] datagram) {
    Path path = agent.selected();
    Route route = path == null ? farewell : path.route();
    PacketBuffer packet = route == null ? null : demux.buffer(datagram);
    if (route != null && packet != null) {
      route.send(packet);
    }
  }

  private void drop(PacketBuffer packet, DropReason reason) {
    drops.count(reason);
    packet.release();
  }

  // What people ask

  @Override
  public boolean connected() {
    return srtp != null && !closed;
  }

  @Override
  public long lastHeardNanos() {
    return lastHeardNanos;
  }

  @Override
  public String selectedPath() {
    Path path = agent.selected();
    if (path == null) {
      return "none";
    }
    return (path.route().tcp() ? "tcp " : "udp ") + path.route().remote();
  }

  // Time and the end

  /** Looks at the clock; now and then. */
  void tick(long now) {
    agent.tidy(now);
    long quiet = now - lastHeardNanos;
    if (heard && !silent && quiet > services.silentAfter().toNanos()) {
      silent = true;
      listener.silent(quiet);
    }
  }

  boolean closed() {
    return closed;
  }

  /** Somebody else is at that address now, or the connection broke. */
  void lost(Path path) {
    agent.close(path);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    flush();
    bidFarewell();
    services.directory().unregister(localUfrag());
    IceCredentials previous = agent.previousCredentials();
    if (previous != null) {
      services.directory().unregister(previous.ufrag());
    }
    agent.close();
    early.forEach(PacketBuffer::release);
    early.clear();
    if (srtp != null) {
      srtp.close();
      srtp = null;
    }
    demux.forget(this);
  }

  private void bidFarewell() {
    Path path = agent.selected();
    if (path != null) {
      Route route = path.route();
      farewell = route;
      loop.schedule(FAREWELL, route::close);
    }
    if (dtls != null) {
      dtls.close();
    }
  }

  void end(CloseReason reason) {
    if (!closed) {
      close();
      listener.closed(reason);
    }
  }

  /** What ICE tells. */
  private final class Paths implements PathListener {
    @Override
    public void opened(Path path) {
      services.directory().opened(new KnownAddress(SecureTransport.this, path));
    }

    @Override
    public void closed(Path path) {
      services.directory().closed(new KnownAddress(SecureTransport.this, path));
    }

    @Override
    public void checked(Path path) {
      hear(loop.nanoTime());
    }
  }

  /** What DTLS tells, brought to the loop. */
  private final class Handshaking implements DtlsConnection.Events {
    private final HandshakeGate.Place place;

    private Handshaking(HandshakeGate.Place place) {
      this.place = place;
    }

    @Override
    public void send(byte[] datagram) {
      loop.execute(() -> sendDtls(datagram));
    }

    @Override
    public void handshakeOver() {
      services.handshakes().leave(place);
    }

    @Override
    public void keys(DtlsKeys keys) {
      loop.execute(() -> keysAgreed(keys));
    }

    @Override
    public void ended(DtlsConnection.End reason) {
      loop.execute(() -> end(closeReason(reason)));
    }

    private static CloseReason closeReason(DtlsConnection.End reason) {
      return switch (reason) {
        case GOODBYE -> CloseReason.PEER_CLOSED;
        case WRONG_FINGERPRINT -> CloseReason.WRONG_FINGERPRINT;
        case FAILED -> CloseReason.HANDSHAKE_FAILED;
      };
    }
  }
}
