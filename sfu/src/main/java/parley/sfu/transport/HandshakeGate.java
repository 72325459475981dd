package parley.sfu.transport;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.sfu.transport.net.RemoteAddress;

/**
 * Which DTLS handshakes may be under way: so many in all, half as many of one room, a quarter from
 * one address. Where it is full the oldest one that had its time goes first, so nobody waits behind
 * those that are never finished. Any thread.
 */
final class HandshakeGate {
  private final int most;
  private final long timeNanos;
  private final Set<Place> taken = new LinkedHashSet<>();

  /** One handshake under way. */
  static final class Place {
    private final Object room;
    private final RemoteAddress network;
    private final long begun;
    private final Runnable giveUp;

    private Place(Object room, RemoteAddress network, long begun, Runnable giveUp) {
      this.room = room;
      this.network = network;
      this.begun = begun;
      this.giveUp = giveUp;
    }
  }

  /**
   * An open gate.
   *
   * @param most handshakes at once
   * @param timeNanos that each may take for sure
   */
  HandshakeGate(int most, long timeNanos) {
    this.most = most;
    this.timeNanos = timeNanos;
  }

  /**
   * A place for a handshake; null if there is none yet.
   *
   * @param room of which there may be half of all
   * @param from where it comes from; of one network (an IPv6 /56) there may be a quarter of all
   * @param giveUp ends it, should it have to go for another; called on any thread
   */
  @Nullable Place enter(Object room, RemoteAddress from, long now, Runnable giveUp) {
    Place place = new Place(room, from.network(), now, giveUp);
    List<Place> leaving = new ArrayList<>();
    synchronized (this) {
      boolean fits =
          fits(most / 4, other -> other.network.equals(place.network), leaving, now)
              && fits(most / 2, other -> other.room.equals(place.room), leaving, now)
              && fits(most, other -> true, leaving, now);
      if (!fits) {
        return null;
      }
      leaving.forEach(taken::remove);
      taken.add(place);
    }
    leaving.forEach(other -> other.giveUp.run());
    return place;
  }

  /** Whether one more of those fits, perhaps once the oldest of them, then added, has left. */
  private boolean fits(int limit, Predicate<Place> those, List<Place> leaving, long now) {
    Place oldest = null;
    int count = 0;
    for (Place place : taken) {
      if (those.test(place) && !leaving.contains(place)) {
        oldest = oldest == null ? place : oldest;
        count++;
      }
    }
    if (oldest == null || count < Math.max(1, limit)) {
      return true;
    }
    leaving.add(oldest);
    return now - oldest.begun >= timeNanos;
  }

  /** The handshake is over. Twice is harmless. */
  synchronized void leave(Place place) {
    taken.remove(place);
  }
}
