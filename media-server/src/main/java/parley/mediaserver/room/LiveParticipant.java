package parley.mediaserver.room;

import java.time.Instant;
import livekit.LivekitModels.ClientInfo;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantInfo.State;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.SignalResponse;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.Grants;
import parley.mediaserver.media.MediaLeg;
import parley.mediaserver.media.MediaLegListener;
import parley.mediaserver.signal.SignalSink;
import parley.sfu.CloseReason;
import parley.sfu.Quality;
import parley.sfu.packet.Layer;

/** One participant of a room: its signal, its media, what it publishes and receives. */
final class LiveParticipant implements MediaLegListener {
  private final LiveRoom room;
  private final String sid = Sids.participant();
  private final Profile profile;
  private final ClientInfo client;
  private final MediaLeg leg;
  private final Negotiator negotiator = new Negotiator(this);
  private final Publications publications = new Publications(this);
  private final Subscriptions subscriptions;
  private final Permissions permissions = new Permissions();
  private final Vitals vitals;
  private @Nullable SignalSink sink;
  private State state = State.JOINING;
  private final Telling telling = new Telling(this);
  private boolean announced;
  private int version;
  private boolean gone;

  LiveParticipant(LiveRoom room, Profile profile, JoinRequest request, SignalSink sink) {
    this.room = room;
    this.profile = profile;
    this.client = request.getClientInfo();
    this.sink = sink;
    this.vitals = new Vitals(room.house().clock().instant(), room.nanoTime());
    this.subscriptions =
        new Subscriptions(this, request.getConnectionSettings().getAutoSubscribe());
    this.leg = room.media().add(sid, this);
    leg.allowPublish(profile.grants().canPublish());
  }

  LiveRoom room() {
    return room;
  }

  String sid() {
    return sid;
  }

  String identity() {
    return profile.token().identity();
  }

  Profile profile() {
    return profile;
  }

  Grants grants() {
    return profile.grants();
  }

  MediaLeg leg() {
    return leg;
  }

  Negotiator negotiator() {
    return negotiator;
  }

  Publications publications() {
    return publications;
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  Permissions permissions() {
    return permissions;
  }

  Vitals vitals() {
    return vitals;
  }

  boolean active() {
    return state == State.ACTIVE;
  }

  /** Others know of it. */
  boolean announced() {
    return announced;
  }

  boolean visible() {
    return announced && !grants().hidden();
  }

  boolean gone() {
    return gone;
  }

  /** Whether its signal is connected. */
  boolean attached() {
    return sink != null;
  }

  boolean speaksOver(SignalSink over) {
    return over.equals(sink);
  }

  /** Whether this participant may receive that track. */
  boolean permits(LiveParticipant subscriber, LiveTrack track) {
    return permissions.permits(subscriber, track);
  }

  /** Sends over the signal; dropped while there is none, for a resume tells everything anew. */
  void send(SignalResponse message) {
    SignalSink current = sink;
    if (current != null) {
      current.send(message);
    }
  }

  /** A new signal takes over from the old one, which is closed without a word. */
  void attach(SignalSink next) {
    SignalSink old = sink;
    if (old != null) {
      old.close(1000, "");
    }
    sink = next;
    negotiator.resumed();
  }

  void detach() {
    sink = null;
  }

  /** Makes others know of it, now or with the next change. */
  void announce() {
    announced = true;
  }

  /** As others see it; a new version each time it changed. */
  ParticipantInfo info() {
    ParticipantInfo.Builder info =
        ParticipantInfos.of(profile.token(), sid, vitals.joinedAt())
            .setState(state)
            .setVersion(version)
            .setClientProtocol(client.getClientProtocol());
    publications.announced().forEach(track -> info.addTracks(track.info()));
    info.setIsPublisher(info.getTracksCount() > 0);
    return info.build();
  }

  /** As others see it when it is gone. */
  ParticipantInfo info(DisconnectReason reason) {
    return info().toBuilder()
        .clearTracks()
        .setState(State.DISCONNECTED)
        .setDisconnectReason(reason)
        .build();
  }

  void changed() {
    version++;
  }

  /** Tells others how it is now, at the rate it may. */
  Telling telling() {
    return telling;
  }

  /** Sends a token that would admit this participant again as it is now. */
  void refreshToken() {
    vitals.tokenRefreshed(room.nanoTime());
    send(
        Responses.refreshToken(
            room.house()
                .tokens()
                .mint(profile.token(), room.house().lifetimes().refreshedToken())));
  }

  /** What it says it has and what we know do not match: it shall come back as new. */
  void startAfresh() {
    room.remove(this, Departure.MISMATCH);
  }

  /** Ends its media and its signal; the room has already forgotten it. */
  void end(Departure departure) {
    gone = true;
    negotiator.close();
    telling.close();
    send(Responses.leave(departure));
    SignalSink current = sink;
    if (current != null) {
      current.close(departure.code(), departure.why());
    }
    sink = null;
    leg.remove(ParticipantInfos.sfuReason(departure.reason()));
  }

  Instant lastSignOfLife() {
    long quiet = room.nanoTime() - vitals.heardNanos(leg.lastHeardNanos());
    return room.house().clock().instant().minusNanos(Math.max(0, quiet));
  }

  @Override
  public void connected() {
    if (!gone && state != State.ACTIVE) {
      state = State.ACTIVE;
      room.guard(this, () -> room.activated(this));
    }
  }

  @Override
  public void closed(CloseReason reason) {
    if (gone) {
      return;
    }
    if (attached()) {
      vitals.mediaClosed(room.nanoTime());
    } else {
      room.guard(this, () -> room.remove(this, Departure.LOST));
    }
  }

  @Override
  public void trackLive(String trackSid) {
    LiveTrack track = publications.find(trackSid);
    if (track != null) {
      room.guard(this, () -> room.announce(track));
    }
  }

  @Override
  public void layerSeen(String trackSid, Layer layer, int ssrc) {
    LiveTrack track = publications.find(trackSid);
    if (track != null) {
      room().guard(this, () -> track.layerSeen(layer, ssrc));
    }
  }

  @Override
  public void tooMuch(String trackSid, long bitsPerSecond) {
    send(
        Responses.request(
            RequestResponse.newBuilder()
                .setReason(RequestResponse.Reason.LIMIT_EXCEEDED)
                .setMessage(
                    trackSid
                        + " and others of its kind send more than "
                        + bitsPerSecond / 1_000
                        + " kbit/s: the rest is not passed on")));
  }

  @Override
  public void quality(Quality quality, float score) {
    room().guard(this, () -> vitals.quality(quality, score));
  }
}
