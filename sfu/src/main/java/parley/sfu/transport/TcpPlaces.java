package parley.sfu.transport;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.transport.net.RemoteAddress;
import parley.sfu.transport.net.Route;

/**
 * Which TCP connections may be open: so many in all, a quarter of them from one network. Where it
 * is full the oldest that has not authenticated makes place, so idle ones keep nobody out. Any
 * thread.
 */
final class TcpPlaces {
  private final int most;
  private final Drops drops;
  private final Set<Route> open = new LinkedHashSet<>();
  private final Set<Route> strangers = new LinkedHashSet<>();
  private final Map<RemoteAddress, Network> networks = new HashMap<>();

  private static final class Network {
    private final Set<Route> strangers = new LinkedHashSet<>();
    private int open;
  }

  /** So many free places. */
  TcpPlaces(int most, Drops drops) {
    this.most = most;
    this.drops = drops;
  }

  /** False when there is no place, for all that are open have authenticated. */
  boolean enter(Route connection) {
    Route leaving;
    synchronized (this) {
      RemoteAddress name = connection.remote().network();
      Network network = networks.get(name);
      boolean networkIsFull = network != null && network.open >= Math.max(1, most / 4);
      boolean full = networkIsFull || open.size() >= most;
      leaving =
          full ? oldest(networkIsFull && network != null ? network.strangers : strangers) : null;
      if (full && leaving == null) {
        drops.count(DropReason.TCP_REFUSED);
        return false;
      }
      if (leaving != null) {
        leave(leaving);
      }
      add(connection, networks.computeIfAbsent(name, fresh -> new Network()));
    }
    if (leaving != null) {
      drops.count(DropReason.TCP_REFUSED);
      leaving.close();
    }
    return true;
  }

  private static @Nullable Route oldest(Set<Route> routes) {
    return routes.isEmpty() ? null : routes.iterator().next();
  }

  private void add(Route connection, Network network) {
    open.add(connection);
    strangers.add(connection);
    network.strangers.add(connection);
    network.open++;
  }

  /** It belongs to somebody: it keeps its place. */
  synchronized void authenticated(Route connection) {
    if (strangers.remove(connection)) {
      Network network = networks.get(connection.remote().network());
      if (network != null) {
        network.strangers.remove(connection);
      }
    }
  }

  /** It has ended. Twice is harmless. */
  synchronized void leave(Route connection) {
    if (!open.remove(connection)) {
      return;
    }
    strangers.remove(connection);
    RemoteAddress name = connection.remote().network();
    Network network = networks.get(name);
    if (network != null) {
      network.strangers.remove(connection);
      network.open--;
      if (network.open == 0) {
        networks.remove(name);
      }
    }
  }
}
