package parley.mediaserver.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.SignalResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.mediaserver.AccessToken;
import parley.mediaserver.LeaveReason;
import parley.mediaserver.RoomOptions;
import parley.mediaserver.TrackFacts;
import parley.mediaserver.media.MediaRoom;
import parley.mediaserver.negotiate.Offer;
import parley.mediaserver.signal.SignalSink;
import parley.mediaserver.signal.SignalTrouble;
import parley.sfu.Timer;

/** A room and who is in it. Everything but {@link #execute} belongs to the room's thread. */
public final class LiveRoom {
  private static final Logger log = LoggerFactory.getLogger(LiveRoom.class);
  private final House house;
  private final String name;
  private final RoomOptions options;
  private final Instant madeAt;
  private final MediaRoom media;
  private final Map<String, LiveParticipant> byIdentity = new LinkedHashMap<>();
  private final Map<String, LiveParticipant> bySid = new HashMap<>();
  private final Speakers speakers = new Speakers(this);
  private final Departures departures = new Departures();
  private final Housekeeping housekeeping;
  private Room info;
  private boolean closed;
  private volatile int mostTracks;
  private final Set<String> present = ConcurrentHashMap.newKeySet();

  LiveRoom(House house, String name, RoomOptions options, Housekeeping.Retirement retirement) {
    this.house = house;
    this.name = name;
    this.options = options;
    this.madeAt = house.clock().instant();
    this.info = Greeting.room(Sids.room(), name, options, madeAt);
    this.media = house.media().createRoom(name, speakers);
    this.housekeeping = new Housekeeping(this, retirement);
    house.events().tell(listener -> listener.roomStarted(name, madeAt));
    media.execute(housekeeping::start);
  }

  /** Does it on the room's thread. Any thread. */
  public void execute(Runnable deed) {
    media.execute(deed);
  }

  String name() {
    return name;
  }

  House house() {
    return house;
  }

  RoomOptions options() {
    return options;
  }

  MediaRoom media() {
    return media;
  }

  Speakers speakers() {
    return speakers;
  }

  /** Whether this identity may still come in, or is in already. Any thread. */
  public boolean hasPlaceFor(String identity) {
    int limit = options.maxParticipants();
    return limit == 0 || present.size() < limit || present.contains(identity);
  }

  /** Participants now. */
  int size() {
    return byIdentity.size();
  }

  long nanoTime() {
    return media.nanoTime();
  }

  Timer schedule(Duration delay, Runnable deed) {
    return media.schedule(delay, deed);
  }

  /** A copy: what is done with one may remove another. */
  Collection<LiveParticipant> participants() {
    return List.copyOf(byIdentity.values());
  }

  @Nullable LiveParticipant byIdentity(String identity) {
    return byIdentity.get(identity);
  }

  @Nullable LiveParticipant bySid(String sid) {
    return bySid.get(sid);
  }

  /** A new participant; one of the same identity is sent away first. */
  LiveParticipant join(
      AccessToken token, JoinRequest request, @Nullable Offer offer, SignalSink sink) {
    LiveParticipant before = byIdentity.get(token.identity());
    if (before != null) {
      remove(before, Departure.REPLACED);
    }
    LiveParticipant joined = new LiveParticipant(this, new Profile(token), request, sink);
    byIdentity.put(token.identity(), joined);
    bySid.put(joined.sid(), joined);
    present.add(token.identity());
    guard(joined, () -> welcome(joined, request, offer));
    return joined;
  }

  private void welcome(LiveParticipant joined, JoinRequest request, @Nullable Offer offer) {
    joined.send(Greeting.join(house, info(), joined.info(), others(joined)));
    joined.refreshToken();
    for (LiveParticipant other : participants()) {
      if (other != joined) {
        other.publications().announced().forEach(joined.subscriptions()::available);
      }
    }
    for (AddTrackRequest early : request.getAddTrackRequestsList()) {
      joined.publications().add(early);
    }
    if (request.hasPublisherOffer()) {
      joined.negotiator().offered(offer);
    }
  }

  /** A participant comes back over a new signal; null when it is not here any more. */
  @Nullable LiveParticipant resume(AccessToken token, JoinRequest request, SignalSink sink) {
    LiveParticipant known = byIdentity.get(token.identity());
    if (known == null || !known.sid().equals(request.getParticipantSid())) {
      return null;
    }
    known.attach(sink);
    known.vitals().signalHeard(nanoTime());
    known.send(Greeting.reconnect(house));
    List<ParticipantInfo> everyone = others(known);
    everyone.add(known.info());
    everyone.addAll(departures.since(known.vitals().signalLostAt(), byIdentity.keySet()));
    known.send(Responses.update(everyone));
    known.send(Responses.room(info()));
    known.refreshToken();
    return known;
  }

  /** Media of a participant is connected. */
  void activated(LiveParticipant participant) {
    participant.announce();
    changed(participant);
    Instant now = house.clock().instant();
    String identity = participant.identity();
    house
        .events()
        .tell(listener -> listener.participantJoined(name, identity, participant.sid(), now));
  }

  /** Tells everyone who may know, and the participant itself, how it is now. */
  void changed(LiveParticipant participant) {
    participant.changed();
    participant.telling().changed();
  }

  /**
   * How many tracks there have been in it at once: the sections of one that ended stay in the
   * offers of all who received it. Any thread.
   */
  public int mostTracks() {
    return mostTracks;
  }

  /**
   * Does something for a participant. If that fails, this participant goes, with a word and one
   * line in the log, and nobody else.
   */
  void guard(LiveParticipant participant, Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException e) {
      failed(participant, e);
    }
  }

  private void failed(LiveParticipant participant, RuntimeException failure) {
    if (participant.gone()) {
      return;
    }
    house.troubles().count(SignalTrouble.FAILED);
    log.error(
        "{} ({}) in {} is sent away, for the server failed: {}",
        participant.sid(),
        participant.identity(),
        name,
        Failures.oneLine(failure));
    try {
      remove(participant, Departure.FAILED);
    } catch (RuntimeException e) {
      log.error("and could not be sent away in order: {}", Failures.oneLine(e));
      participant.end(Departure.FAILED);
    }
  }

  /** A participant that others knew becomes hidden: to them it has left. */
  void hide(LiveParticipant participant) {
    SignalResponse left =
        Responses.update(List.of(participant.info(DisconnectReason.UNKNOWN_REASON)));
    for (LiveParticipant other : participants()) {
      if (other != participant) {
        other.send(left);
      }
    }
  }

  /** A track can be received from now on. */
  void announce(LiveTrack track) {
    if (track.announced() || track.publisher().gone()) {
      return;
    }
    track.announce();
    countTracks();
    LiveParticipant publisher = track.publisher();
    publisher.announce();
    changed(publisher);
    tell(track, track.facts(), Fact.PUBLISHED);
    for (LiveParticipant other : List.copyOf(participants())) {
      if (other != publisher) {
        // What fails for one receiver is not the publisher's fault.
        guard(other, () -> other.subscriptions().available(track));
      }
    }
  }

  /** A track ended. */
  void unpublish(LiveTrack track) {
    endTrack(track);
    if (track.announced()) {
      changed(track.publisher());
    }
  }

  /** Someone says or is told that a track is muted. */
  void mute(LiveTrack track, boolean muted) {
    if (track.muted() == muted) {
      return;
    }
    track.mute(muted);
    if (track.announced()) {
      changed(track.publisher());
      tell(track, track.facts(), Fact.MUTED);
    }
  }

  /** A participant goes; harmless when it is gone. */
  void remove(LiveParticipant participant, Departure departure) {
    if (participant.gone() || !byIdentity.remove(participant.identity(), participant)) {
      return;
    }
    bySid.remove(participant.sid());
    present.remove(participant.identity());
    Instant lastSign = participant.lastSignOfLife();
    boolean wasVisible = participant.visible();
    participant.publications().all().forEach(this::endTrack);
    List<LiveTrack> received =
        participant.subscriptions().all().stream().map(LiveSubscription::track).toList();
    received.forEach(participant.subscriptions()::gone);
    participant.end(departure);
    speakers.gone(participant);
    housekeeping.gone(participant);
    if (wasVisible && departure.reason() != LeaveReason.DUPLICATE_IDENTITY) {
      participant.changed();
      ParticipantInfo last = participant.info(departure.wire());
      departures.add(last, house.clock().instant());
      broadcast(Responses.update(List.of(last)));
    }
    tellLeft(participant, departure, lastSign);
  }

  void metadata(String metadata) {
    info = info.toBuilder().setMetadata(metadata).build();
    broadcast(Responses.room(info()));
  }

  Room info() {
    long publishers =
        byIdentity.values().stream()
            .filter(one -> one.visible() && !one.publications().announced().isEmpty())
            .count();
    long people = byIdentity.values().stream().filter(one -> !one.grants().hidden()).count();
    return info.toBuilder()
        .setNumParticipants((int) people)
        .setNumPublishers((int) publishers)
        .build();
  }

  /** Nothing was heard from its media for too long. */
  boolean silent(LiveParticipant one) {
    return nanoTime() - one.leg().lastHeardNanos() >= house.lifetimes().silent().toNanos();
  }

  void broadcast(SignalResponse message) {
    byIdentity.values().forEach(one -> one.send(message));
  }

  /** Whether it has ended; whoever still comes in has to be sent away. */
  boolean closed() {
    return closed;
  }

  /** Sends everyone away; the room is not used any more. */
  void close(Departure departure) {
    closed = true;
    participants().forEach(one -> remove(one, departure));
    housekeeping.stop();
    media.close();
    Instant now = house.clock().instant();
    house.events().tell(listener -> listener.roomFinished(name, now));
  }

  private List<ParticipantInfo> others(LiveParticipant than) {
    List<ParticipantInfo> others = new ArrayList<>();
    for (LiveParticipant one : byIdentity.values()) {
      if (one != than && one.visible()) {
        others.add(one.info());
      }
    }
    return others;
  }

  private void endTrack(LiveTrack track) {
    track.publisher().publications().end(track);
    for (LiveParticipant other : List.copyOf(participants())) {
      guard(other, () -> other.subscriptions().gone(track));
    }
    if (track.announced()) {
      tell(track, track.facts(), Fact.UNPUBLISHED);
    }
  }

  private void countTracks() {
    int there = 0;
    for (LiveParticipant one : byIdentity.values()) {
      there += one.publications().announced().size();
    }
    mostTracks = Math.max(mostTracks, there);
  }

  private enum Fact {
    PUBLISHED,
    MUTED,
    UNPUBLISHED
  }

  private void tell(LiveTrack track, TrackFacts facts, Fact fact) {
    String identity = track.publisher().identity();
    String sid = track.publisher().sid();
    Instant now = house.clock().instant();
    house
        .events()
        .tell(listener -> {
          switch (fact) {
            case PUBLISHED -> listener.trackPublished(name, identity, sid, facts, now);
            case MUTED -> listener.trackMuted(name, identity, sid, facts, now);
            case UNPUBLISHED -> listener.trackUnpublished(name, identity, sid, facts, now);
          }
        });
  }

  private void tellLeft(LiveParticipant participant, Departure departure, Instant lastSign) {
    String identity = participant.identity();
    String sid = participant.sid();
    boolean joined = participant.active();
    house
        .events()
        .tell(listener -> {
          if (joined) {
            listener.participantLeft(name, identity, sid, lastSign, departure.reason());
          } else {
            listener.participantAborted(name, identity, sid, lastSign, departure.reason());
          }
        });
  }
}
