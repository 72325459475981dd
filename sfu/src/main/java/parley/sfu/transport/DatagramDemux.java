package parley.sfu.transport;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.loop.SocketLoop;
import parley.sfu.transport.net.RemoteAddress;
import parley.sfu.transport.net.Route;
import parley.sfu.transport.net.UdpRoute;
import parley.sfu.transport.net.UdpSocket;
import parley.wire.stun.Stun;
import parley.wire.stun.StunMessage;

/**
 * Sorts what arrives on one loop: STUN, DTLS or SRTP by the first byte (RFC 7983); whose it is by
 * username fragment for STUN, by address for the rest. On the loop only.
 */
final class DatagramDemux implements UdpSocket.Receiver {
  private static final int MOST_HANDED_OVER = 8192;
  private static final long ADDRESS_HELD_NANOS = 3_000_000_000L;

  private final SocketLoop loop;
  private final Directory directory;
  private final Drops drops;
  private final AddressTable addresses = new AddressTable();
  private final Map<Route, KnownAddress> connections = new HashMap<>();
  private final StunMessage stun = new StunMessage();
  private final AtomicInteger handedOver = new AtomicInteger();
  private final Set<SecureTransport> transports = new LinkedHashSet<>();

  DatagramDemux(SocketLoop loop, Directory directory) {
    this.loop = loop;
    this.directory = directory;
    this.drops = loop.drops();
  }

  SocketLoop loop() {
    return loop;
  }

  @Override
  public void datagram(PacketBuffer datagram, long high, long low, int port) {
    try {
      byte first = datagram.length() == 0 ? -1 : datagram.bytes().get(datagram.offset());
      if (isStun(first)) {
        stun(
            datagram,
            new UdpRoute(
                loop.socket(), new RemoteAddress(high, low, port), loop.socket().sentTo()));
      } else {
        keyed(datagram, first, addresses.get(high, low, port));
      }
    } catch (Throwable failure) {
      drops.count(DropReason.FAILURE);
      loop.failures().report("a datagram", failure);
    }
  }

  /** A datagram that came otherwise than through this loop's socket, in a buffer of this loop. */
  void datagram(PacketBuffer datagram, Route route, @Nullable KnownAddress known) {
    byte first = datagram.length() == 0 ? -1 : datagram.bytes().get(datagram.offset());
    if (isStun(first)) {
      stun(datagram, route);
    } else {
      keyed(datagram, first, known);
    }
  }

  @Nullable KnownAddress connection(Route route) {
    return connections.get(route);
  }

  private static boolean isStun(byte first) {
    return (first & 0xFC) == 0;
  }

  private void keyed(PacketBuffer datagram, byte first, @Nullable KnownAddress known) {
    boolean dtls = first >= 20 && first <= 63;
    boolean srtp = (first & 0xC0) == 0x80;
    if (!dtls && !srtp) {
      drop(datagram, DropReason.UNKNOWN_DATAGRAM);
    } else if (known == null) {
      drop(datagram, DropReason.UNKNOWN_ADDRESS);
    } else if (!known.transport().loop().equals(loop)) {
      handOver(datagram, known.transport().demux(), known.path().route(), known);
    } else if (dtls) {
      known.transport().dtls(datagram, known.path());
    } else {
      known.transport().srtp(datagram, known.path());
    }
  }

  private void stun(PacketBuffer datagram, Route route) {
    try {
      DropReason reason = check(datagram, route);
      if (reason != null) {
        drops.count(reason);
      }
    } finally {
      datagram.release();
    }
  }

  private @Nullable DropReason check(PacketBuffer datagram, Route route) {
    if (!stun.wrap(datagram.bytes(), datagram.offset(), datagram.length())) {
      return DropReason.STUN_MALFORMED;
    }
    if (stun.type() == Stun.BINDING_SUCCESS) {
      return answer(datagram, route);
    }
    if (stun.type() != Stun.BINDING_REQUEST) {
      return DropReason.STUN_UNEXPECTED;
    }
    String username = stun.text(Stun.USERNAME);
    int colon = username == null ? -1 : username.indexOf(':');
    String ufrag = colon < 0 || username == null ? "" : username.substring(0, colon);
    SecureTransport transport = directory.named(ufrag);
    if (transport == null) {
      return DropReason.STUN_UNKNOWN_USERNAME;
    }
    if (!transport.loop().equals(loop)) {
      handOver(datagram.retain(), transport.demux(), transport.demux().own(route), null);
      return null;
    }
    return heldByAnother(route, transport)
        ? DropReason.ADDRESS_TAKEN
        : transport.check(stun, ufrag, route);
  }

  private @Nullable DropReason answer(PacketBuffer datagram, Route route) {
    KnownAddress known = at(route);
    if (known == null) {
      return DropReason.STUN_UNEXPECTED;
    }
    SecureTransport transport = known.transport();
    if (!transport.loop().equals(loop)) {
      handOver(datagram.retain(), transport.demux(), transport.demux().own(route), known);
      return null;
    }
    return transport.answered(stun, route);
  }

  private @Nullable KnownAddress at(Route route) {
    RemoteAddress remote = route.remote();
    return route.tcp()
        ? connections.get(route)
        : addresses.get(remote.high(), remote.low(), remote.port());
  }

  /** Somebody who can forge source addresses must not take over one that is in use. */
  private boolean heldByAnother(Route route, SecureTransport claimant) {
    KnownAddress holder = at(route);
    return holder != null
        && !holder.transport().equals(claimant)
        && holder.path().heardWithin(ADDRESS_HELD_NANOS, loop.nanoTime());
  }

  /** The same way, but through this loop's socket. */
  private Route own(Route route) {
    return route instanceof UdpRoute udp
        ? new UdpRoute(loop.socket(), udp.remote(), udp.local())
        : route;
  }

  /** Another loop owns whom this is for; buffers do not change loops, so it gets a copy. */
  private void handOver(
      PacketBuffer datagram, DatagramDemux other, Route route, @Nullable KnownAddress known) {
    byte[] copy = new byte[datagram.length()];
    datagram.bytes().get(datagram.offset(), copy);
    datagram.release();
    if (other.handedOver.incrementAndGet() > MOST_HANDED_OVER) {
      other.handedOver.decrementAndGet();
      drops.count(DropReason.LOOP_BUSY);
      return;
    }
    other.loop.execute(() -> {
      other.handedOver.decrementAndGet();
      PacketBuffer arrived = other.buffer(copy);
      if (arrived != null) {
        other.datagram(arrived, route, known);
      }
    });
  }

  /** Bytes in a buffer of this loop, arrived now; null if there is none. */
  @Nullable PacketBuffer buffer(byte[] bytes) {
    PacketBuffer buffer = loop.pool().take();
    if (buffer == null) {
      drops.count(DropReason.POOL_EMPTY);
      return null;
    }
    buffer.bytes().put(buffer.offset(), bytes);
    buffer.window(buffer.offset(), bytes.length);
    buffer.arrivedAt(loop.nanoTime());
    return buffer;
  }

  private void drop(PacketBuffer datagram, DropReason reason) {
    drops.count(reason);
    datagram.release();
  }

  /**
   * The address now belongs to this transport; if it was another's on this loop, that one learns
   * it.
   */
  void opened(KnownAddress known) {
    Route route = known.path().route();
    KnownAddress before = route.tcp() ? connections.put(route, known) : addresses.put(known);
    if (before != null && before.transport().loop().equals(loop)) {
      before.transport().lost(before.path());
    }
  }

  void closed(KnownAddress known) {
    Route route = known.path().route();
    if (route.tcp()) {
      boolean was = connections.remove(route, known);
      if (was && known.transport().loop().equals(loop) && !known.transport().closed()) {
        // Nobody's any more: it would keep its place for nothing.
        route.close();
      }
    } else {
      addresses.remove(known);
    }
  }

  /** The connection is gone. */
  void ended(Route connection) {
    KnownAddress known = connections.remove(connection);
    if (known != null) {
      known.transport().lost(known.path());
    }
  }

  void remember(SecureTransport transport) {
    transports.add(transport);
  }

  void forget(SecureTransport transport) {
    transports.remove(transport);
  }

  /** Every transport that is not closed. */
  List<SecureTransport> transports() {
    return List.copyOf(transports);
  }
}
