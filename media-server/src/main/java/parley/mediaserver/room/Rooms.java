package parley.mediaserver.room;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import livekit.LivekitRtc.JoinRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.mediaserver.AccessToken;
import parley.mediaserver.RoomOptions;
import parley.mediaserver.negotiate.Offer;
import parley.mediaserver.signal.SignalSink;

/** All rooms of a server. Safe for threads. */
public final class Rooms {
  private static final Logger log = LoggerFactory.getLogger(Rooms.class);

  private final House house;
  private final boolean madeByJoining;
  private final Map<String, LiveRoom> byName = new HashMap<>();
  private final Map<LiveRoom, Integer> onTheWayIn = new HashMap<>();

  /** Without rooms; {@code madeByJoining} when whoever joins makes the room. */
  public Rooms(House house, boolean madeByJoining) {
    this.house = house;
    this.madeByJoining = madeByJoining;
  }

  /** The room of this name, null when there is none. */
  public synchronized @Nullable LiveRoom find(String name) {
    return byName.get(name);
  }

  /** The room of this name, made if need be. */
  public synchronized LiveRoom ensure(String name, RoomOptions options) {
    LiveRoom known = byName.get(name);
    if (known != null) {
      return known;
    }
    LiveRoom made = new LiveRoom(house, name, options, this::retire);
    byName.put(name, made);
    return made;
  }

  /** How many there are. */
  public synchronized int count() {
    return byName.size();
  }

  /** Takes the room out, so that nobody finds it any more; null when there is none. */
  public synchronized @Nullable LiveRoom forget(String name) {
    return byName.remove(name);
  }

  /** Takes all rooms out. */
  public synchronized List<LiveRoom> forgetAll() {
    List<LiveRoom> all = List.copyOf(byName.values());
    byName.clear();
    return all;
  }

  /**
   * Starts the conversation of a checked request.
   *
   * @param holds whether the token still does; asked again in the room, where a removal cannot come
   *     between
   */
  public Conversation enter(
      AccessToken token,
      JoinRequest request,
      @Nullable Offer offer,
      SignalSink sink,
      BooleanSupplier holds) {
    if (request.getReconnect()) {
      return resume(token, request, sink);
    }
    LiveRoom room = reserve(token.room(), holds);
    if (room == null) {
      return nowhere(sink, Departure.ROOM_DELETED);
    }
    return new Conversation(
        room,
        sink,
        () ->
            arrive(
                room,
                sink,
                () -> refusal(room, token, holds),
                () -> room.join(token, request, offer, sink)));
  }

  private static @Nullable Departure refusal(
      LiveRoom room, AccessToken token, BooleanSupplier holds) {
    if (room.closed()) {
      return Departure.MISMATCH;
    }
    if (!holds.getAsBoolean()) {
      return Departure.REMOVED;
    }
    return room.hasPlaceFor(token.identity()) ? null : Departure.JOIN_FAILED;
  }

  private static Conversation nowhere(SignalSink sink, Departure why) {
    turnAway(sink, why);
    return new Conversation(null, sink, () -> null);
  }

  private Conversation resume(AccessToken token, JoinRequest request, SignalSink sink) {
    LiveRoom room = find(token.room());
    if (room == null) {
      return nowhere(sink, Departure.MISMATCH);
    }
    return new Conversation(
        room,
        sink,
        () -> {
          LiveParticipant known = room.resume(token, request, sink);
          if (known == null) {
            turnAway(sink, Departure.MISMATCH);
          } else if (request.hasSyncState()) {
            room.guard(known, () -> SyncStates.apply(known, request.getSyncState()));
          }
          return known;
        });
  }

  private static void turnAway(SignalSink sink, Departure why) {
    sink.send(Responses.leave(why));
    sink.close(1000, "");
  }

  /** The room, made if need be and allowed; one that was deleted meanwhile does not come back. */
  private synchronized @Nullable LiveRoom reserve(String name, BooleanSupplier holds) {
    boolean mayMake = madeByJoining && holds.getAsBoolean();
    LiveRoom room = mayMake ? ensure(name, RoomOptions.standard()) : find(name);
    if (room != null) {
      onTheWayIn.merge(room, 1, Integer::sum);
    }
    return room;
  }

  private @Nullable LiveParticipant arrive(
      LiveRoom room,
      SignalSink sink,
      Supplier<@Nullable Departure> refusal,
      Supplier<LiveParticipant> join) {
    try {
      Departure no = refusal.get();
      if (no == null) {
        return join.get();
      }
      turnAway(sink, no);
      return null;
    } catch (RuntimeException e) {
      log.error("nobody can join {}: {}", room.name(), Failures.oneLine(e));
      sink.send(Responses.leave(Departure.JOIN_FAILED));
      sink.close(Departure.FAILED.code(), Departure.FAILED.why());
      return null;
    } finally {
      synchronized (this) {
        onTheWayIn.computeIfPresent(room, (key, count) -> count > 1 ? count - 1 : null);
      }
    }
  }

  /** An empty room ends unless somebody is on the way in. */
  private synchronized boolean retire(LiveRoom room) {
    return !onTheWayIn.containsKey(room) && byName.remove(room.name(), room);
  }
}
