package parley.mediaserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import livekit.LivekitRtc.JoinRequest;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.media.Media;
import parley.mediaserver.media.SfuMedia;
import parley.mediaserver.negotiate.Offer;
import parley.mediaserver.room.Events;
import parley.mediaserver.room.House;
import parley.mediaserver.room.LiveRoom;
import parley.mediaserver.room.RoomCommands;
import parley.mediaserver.room.Rooms;
import parley.mediaserver.signal.SignalFrames;
import parley.mediaserver.signal.SignalQueue;
import parley.mediaserver.signal.SignalRates;
import parley.mediaserver.signal.SignalTroubles;
import parley.sfu.Sfu;
import parley.sfu.SfuStats;

/** A running media server. All methods may be called from any thread; only {@code close} blocks. */
public final class MediaServer implements AutoCloseable {
  private final MediaServerConfig config;
  private final Media media;
  private final Rooms rooms;
  private final Revocations revocations;
  private final Admission admission;
  private final SignalTroubles troubles;
  private final SignalRates rates;
  private final Executor threads;

  private MediaServer(MediaServerConfig config, House house, Executor threads) {
    this.config = config;
    this.threads = threads;
    this.media = house.media();
    this.rooms = new Rooms(house, config.autoCreateRooms());
    this.revocations = new Revocations(house.clock());
    this.troubles = house.troubles();
    this.rates = new SignalRates(System::nanoTime);
    this.admission = new Admission(house.tokens(), revocations, new Doors());
  }

  /**
   * Opens the media ports and is ready for clients.
   *
   * @throws UncheckedIOException when a port cannot be opened
   */
  public static MediaServer start(MediaServerConfig config, MediaServerListener listener) {
    try {
      Media media = new SfuMedia(Sfu.start(config.sfu()));
      return start(config, media, listener, Clock.systemUTC(), Thread::startVirtualThread);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MediaServer start(
      MediaServerConfig config,
      Media media,
      MediaServerListener listener,
      Clock clock,
      Executor threads) {
    AccessTokens tokens = new AccessTokens(config.apiKey(), config.apiSecret(), clock);
    Events events = new Events(listener, threads);
    House house = House.of(media, events, tokens, config.lifetimes(), clock);
    return new MediaServer(config, house, threads);
  }

  /**
   * The answer to {@code GET /rtc/v1/validate}: would an upgrade be admitted? Send status and text
   * in either case, with {@code Access-Control-Allow-Origin: *}.
   */
  public SignalAnswer.Refused validate(SignalRequest request) {
    return admission.validate(request);
  }

  /** Checks a WebSocket upgrade of {@code /rtc…} before it happens. */
  public SignalAnswer admit(SignalRequest request) {
    return admission.upgrade(request);
  }

  /** Starts the signal conversation over an upgraded WebSocket. */
  public SignalSession open(SignalTicket ticket, SignalOutbound outbound) {
    if (!(ticket instanceof JoinTicket checked)) {
      throw new IllegalArgumentException("not a ticket of this server: " + ticket);
    }
    SignalQueue queue = new SignalQueue(outbound, threads, troubles);
    return new SignalFrames(
        queue,
        rooms.enter(
            checked.token(),
            checked.request(),
            offer(checked.request()),
            queue,
            () -> holds(checked)),
        rates.of(ticket.room(), ticket.identity()),
        troubles);
  }

  private boolean holds(JoinTicket ticket) {
    return !revocations.isRevoked(ticket.room(), ticket.identity(), ticket.issuedAt());
  }

  /** Makes the room if it is not there; a living one is left as it is. */
  public void ensureRoom(String room, RoomOptions options) {
    rooms.ensure(room, options);
  }

  /**
   * Ends the room: everyone is told to leave for good, and tokens issued until now no longer open
   * it. Completes with false when there was no such room.
   */
  public CompletableFuture<Boolean> deleteRoom(String room) {
    revocations.revokeRoom(room);
    LiveRoom gone = rooms.forget(room);
    return gone == null
        ? CompletableFuture.completedFuture(false)
        : onRoom(gone, RoomCommands::delete);
  }

  /**
   * Sends a participant away and refuses the tokens issued to it until now. Completes with false
   * when it was not there (its tokens are refused all the same).
   */
  public CompletableFuture<Boolean> removeParticipant(String room, String identity) {
    revocations.revoke(room, identity);
    return in(room, it -> RoomCommands.remove(it, identity));
  }

  /**
   * Mutes a track at its publisher; only the publisher can unmute. Completes with false when there
   * is no such track.
   */
  public CompletableFuture<Boolean> muteTrack(String room, String identity, String trackSid) {
    return in(room, it -> RoomCommands.muteTrack(it, identity, trackSid));
  }

  /** Mutes all tracks of one source; false when there are none. */
  public CompletableFuture<Boolean> muteSource(String room, String identity, TrackSource source) {
    return in(room, it -> RoomCommands.muteSource(it, identity, source));
  }

  /** Changes name, metadata, attributes or grants; false when there is no such participant. */
  public CompletableFuture<Boolean> updateParticipant(
      String room, String identity, ParticipantChange change) {
    return in(room, it -> RoomCommands.update(it, identity, change));
  }

  /** Changes the room's metadata; false when there is no such room. */
  public CompletableFuture<Boolean> updateRoomMetadata(String room, String metadata) {
    return in(room, it -> RoomCommands.metadata(it, metadata));
  }

  /** What has passed through so far. */
  public MediaStats stats() {
    SfuStats media = this.media.stats();
    return new MediaStats(
        rooms.count(),
        media.packetsReceived(),
        media.packetsSent(),
        media.drops(),
        troubles.counts());
  }

  /** Tells every client to come back to a restarted server, then ends all rooms. */
  @Override
  public void close() {
    CompletableFuture<?>[] ended =
        rooms.forgetAll().stream()
            .map(room -> onRoom(room, RoomCommands::stop))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(ended)
        .orTimeout(3, TimeUnit.SECONDS)
        .exceptionally(late -> null)
        .join();
    media.close();
  }

  private final class Doors implements Admission.Doorway {
    @Override
    public boolean exists(String room) {
      return config.autoCreateRooms() || rooms.find(room) != null;
    }

    @Override
    public boolean hasPlace(String room, String identity) {
      LiveRoom there = rooms.find(room);
      return there == null || there.hasPlaceFor(identity);
    }

    @Override
    public boolean unhurried(String room, String identity) {
      return rates.of(room, identity).passSocket();
    }

    @Override
    public int tracks(String room) {
      LiveRoom there = rooms.find(room);
      return there == null ? 0 : there.mostTracks();
    }
  }

  private static @Nullable Offer offer(JoinRequest request) {
    return request.hasPublisherOffer()
        ? Offer.parse(request.getPublisherOffer().getSdp(), request.getPublisherOffer().getId())
        : null;
  }

  private CompletableFuture<Boolean> in(String room, Function<LiveRoom, Boolean> command) {
    LiveRoom there = rooms.find(room);
    return there == null ? CompletableFuture.completedFuture(false) : onRoom(there, command);
  }

  private static CompletableFuture<Boolean> onRoom(
      LiveRoom room, Function<LiveRoom, Boolean> command) {
    return CompletableFuture.supplyAsync(() -> command.apply(room), room::execute);
  }
}
