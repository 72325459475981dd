package parley.mediaserver.room;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import livekit.LivekitModels.TrackType;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.RequestResponse.Reason;
import livekit.LivekitRtc.SignalRequest;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.negotiate.Section;
import parley.mediaserver.signal.SignalEcho;

/** The tracks of one participant, from its request on. */
final class Publications {
  /** Tracks one participant may have, those it only asked for among them. */
  static final int MAX_TRACKS = 16;

  private final LiveParticipant publisher;
  private final Map<String, LiveTrack> bySid = new LinkedHashMap<>();
  private final Deque<AddTrackRequest> queued = new ArrayDeque<>();

  Publications(LiveParticipant publisher) {
    this.publisher = publisher;
  }

  Collection<LiveTrack> all() {
    return List.copyOf(bySid.values());
  }

  List<LiveTrack> announced() {
    return bySid.values().stream().filter(LiveTrack::announced).toList();
  }

  @Nullable LiveTrack find(String sid) {
    return bySid.get(sid);
  }

  /** A client asks to publish; answered with the new track, or with why not. */
  void add(AddTrackRequest request) {
    consider(request);
    publisher.negotiator().claimLate();
  }

  private void consider(AddTrackRequest request) {
    Reason refusal = refusal(request);
    if (refusal != Reason.OK) {
      refuse(request, refusal);
    } else if (bySid.values().stream().anyMatch(track -> track.cid().equals(request.getCid()))) {
      queued.add(request);
      refuse(request, Reason.QUEUED);
    } else {
      LiveTrack track = new LiveTrack(publisher, request);
      bySid.put(track.sid(), track);
      publisher.send(Responses.published(request.getCid(), track.info()));
    }
  }

  /**
   * Gives sections the tracks they send: all by the client's track id, then what is left to the
   * first of its kind that waits (Firefox offers ids of its own); to none when nothing was asked
   * for yet.
   */
  void claim(List<Section> unclaimed) {
    unclaimed.forEach(one -> claim(one, track -> track.cid().equals(one.clientTrackId())));
    unclaimed.stream()
        .filter(one -> one.publication() == null)
        .forEach(one -> claim(one, track -> true));
  }

  private void claim(Section section, Predicate<LiveTrack> fits) {
    bySid.values().stream()
        .filter(track -> track.section() == null)
        .filter(track -> track.kind().equals(section.offered().kind()))
        .filter(fits)
        .findFirst()
        .ifPresent(track -> track.claim(section));
  }

  /** Ends a track; the request that waited for its cid is taken up. */
  void end(LiveTrack track) {
    track.end();
    bySid.remove(track.sid());
    Optional<AddTrackRequest> next =
        queued.stream().filter(request -> request.getCid().equals(track.cid())).findFirst();
    next.ifPresent(request -> {
      queued.remove(request);
      consider(request);
    });
  }

  private Reason refusal(AddTrackRequest request) {
    boolean media = request.getType() == TrackType.AUDIO || request.getType() == TrackType.VIDEO;
    if (!media || !request.getSid().isEmpty()) {
      return Reason.UNSUPPORTED_TYPE;
    }
    if (!publisher.grants().mayPublish(Sources.of(request.getSource()))) {
      return Reason.NOT_ALLOWED;
    }
    return bySid.size() + queued.size() >= MAX_TRACKS ? Reason.LIMIT_EXCEEDED : Reason.OK;
  }

  private void refuse(AddTrackRequest request, Reason reason) {
    SignalRequest asked = SignalRequest.newBuilder().setAddTrack(request).build();
    publisher.send(Responses.request(SignalEcho.of(asked).setReason(reason)));
  }
}
