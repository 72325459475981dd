package parley.mediaserver.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import livekit.LivekitModels.TrackType;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.RequestResponse.Reason;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.negotiate.Section;

/** The tracks of one participant, from its request on. */
final class Publications {
  /** Tracks one participant may have, those it only asked for among them. */
  static final int MAX_TRACKS = 32;

  private static final int MAX_REQUEST_BYTES = 16 * 1024;

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
      publisher.negotiator().claimLate();
    }
  }

  /**
   * The track that a section sends: by the client's track id, else the first of its kind that waits
   * (Firefox offers ids of its own). Null when nothing was asked for yet.
   */
  @Nullable LiveTrack claim(Section section) {
    List<LiveTrack> waiting = new ArrayList<>();
    for (LiveTrack track : bySid.values()) {
      if (track.section() == null && track.kind().equals(section.offered().kind())) {
        if (track.cid().equals(section.clientTrackId())) {
          waiting.clear();
          waiting.add(track);
          break;
        }
        waiting.add(track);
      }
    }
    if (waiting.isEmpty()) {
      return null;
    }
    waiting.getFirst().claim(section);
    return waiting.getFirst();
  }

  /** Ends a track; requests that waited for its cid are taken up. */
  void end(LiveTrack track) {
    track.end();
    bySid.remove(track.sid());
    List<AddTrackRequest> again = new ArrayList<>(queued);
    queued.clear();
    again.forEach(this::add);
  }

  private Reason refusal(AddTrackRequest request) {
    boolean media = request.getType() == TrackType.AUDIO || request.getType() == TrackType.VIDEO;
    if (!media || !request.getSid().isEmpty()) {
      return Reason.UNSUPPORTED_TYPE;
    }
    if (!publisher.grants().mayPublish(Sources.of(request.getSource()))) {
      return Reason.NOT_ALLOWED;
    }
    boolean tooMuch =
        bySid.size() + queued.size() >= MAX_TRACKS
            || request.getSerializedSize() > MAX_REQUEST_BYTES
            || request.getName().length() > 256;
    return tooMuch ? Reason.LIMIT_EXCEEDED : Reason.OK;
  }

  private void refuse(AddTrackRequest request, Reason reason) {
    publisher.send(
        Responses.request(RequestResponse.newBuilder().setReason(reason).setAddTrack(request)));
  }
}
