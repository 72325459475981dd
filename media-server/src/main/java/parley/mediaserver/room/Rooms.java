package parley.mediaserver.room;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import livekit.LivekitRtc.JoinRequest;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.AccessToken;
import parley.mediaserver.RoomOptions;
import parley.mediaserver.negotiate.Offer;
import parley.mediaserver.signal.SignalSink;

/** All rooms of a server. Safe for threads. */
public final class Rooms {
  private final House house;
  private final Map<String, LiveRoom> byName = new HashMap<>();
  private final Map<LiveRoom, Integer> onTheWayIn = new HashMap<>();

  public Rooms(House house) {
    this.house = house;
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

  /** Starts the conversation of a checked request. */
  public Conversation enter(
      AccessToken token, JoinRequest request, @Nullable Offer offer, SignalSink sink) {
    return request.getReconnect()
        ? resume(token, request, sink)
        : join(token, request, offer, sink);
  }

  private Conversation join(
      AccessToken token, JoinRequest request, @Nullable Offer offer, SignalSink sink) {
    LiveRoom room = reserve(token.room());
    return new Conversation(
        room, sink, () -> arrive(room, sink, () -> room.join(token, request, offer, sink)));
  }

  private Conversation resume(AccessToken token, JoinRequest request, SignalSink sink) {
    LiveRoom room = find(token.room());
    if (room == null) {
      turnAway(sink);
      return new Conversation(null, sink, () -> null);
    }
    return new Conversation(
        room,
        sink,
        () -> {
          LiveParticipant known = room.resume(token, request, sink);
          if (known == null) {
            turnAway(sink);
          } else if (request.hasSyncState()) {
            SyncStates.apply(known, request.getSyncState());
          }
          return known;
        });
  }

  private static void turnAway(SignalSink sink) {
    sink.send(Responses.leave(Departure.MISMATCH));
    sink.close(1000, "");
  }

  private synchronized LiveRoom reserve(String name) {
    LiveRoom room = ensure(name, RoomOptions.standard());
    onTheWayIn.merge(room, 1, Integer::sum);
    return room;
  }

  private @Nullable LiveParticipant arrive(
      LiveRoom room, SignalSink sink, Supplier<LiveParticipant> join) {
    try {
      if (!room.closed()) {
        return join.get();
      }
      turnAway(sink);
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
