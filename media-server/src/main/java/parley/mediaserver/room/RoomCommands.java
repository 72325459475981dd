package parley.mediaserver.room;

import java.util.List;
import parley.mediaserver.Grants;
import parley.mediaserver.ParticipantChange;
import parley.mediaserver.TrackSource;

/** What the platform may ask of a room; each says whether there was something to do it to. */
public final class RoomCommands {
  private RoomCommands() {}

  /** Ends the room for good. */
  public static boolean delete(LiveRoom room) {
    room.close(Departure.ROOM_DELETED);
    return true;
  }

  /** Ends the room because the server stops; its clients come back. */
  public static boolean stop(LiveRoom room) {
    room.close(Departure.SERVER_STOPPED);
    return true;
  }

  public static boolean remove(LiveRoom room, String identity) {
    LiveParticipant participant = room.byIdentity(identity);
    if (participant == null) {
      return false;
    }
    room.remove(participant, Departure.REMOVED);
    return true;
  }

  public static boolean muteTrack(LiveRoom room, String identity, String trackSid) {
    LiveParticipant participant = room.byIdentity(identity);
    LiveTrack track = participant == null ? null : participant.publications().find(trackSid);
    if (track == null) {
      return false;
    }
    mute(room, track);
    return true;
  }

  public static boolean muteSource(LiveRoom room, String identity, TrackSource source) {
    LiveParticipant participant = room.byIdentity(identity);
    if (participant == null) {
      return false;
    }
    List<LiveTrack> meant =
        participant.publications().all().stream()
            .filter(track -> track.facts().source() == source)
            .toList();
    meant.forEach(track -> mute(room, track));
    return !meant.isEmpty();
  }

  /** Changes who a participant is or what it may; grants take effect on its tracks at once. */
  public static boolean update(LiveRoom room, String identity, ParticipantChange change) {
    LiveParticipant participant = room.byIdentity(identity);
    if (participant == null) {
      return false;
    }
    boolean shownBefore = participant.visible();
    if (!participant.profile().change(change)) {
      return false;
    }
    enforce(room, participant, shownBefore);
    return true;
  }

  public static boolean metadata(LiveRoom room, String metadata) {
    room.metadata(metadata);
    return true;
  }

  private static void mute(LiveRoom room, LiveTrack track) {
    track.publisher().send(Responses.mute(track.sid()));
    room.mute(track, true);
  }

  private static void enforce(LiveRoom room, LiveParticipant participant, boolean shownBefore) {
    Grants grants = participant.grants();
    participant.leg().allowPublish(grants.canPublish());
    List<LiveTrack> forbidden =
        participant.publications().all().stream()
            .filter(track -> !grants.mayPublish(track.facts().source()))
            .toList();
    for (LiveTrack track : forbidden) {
      room.unpublish(track);
      participant.send(Responses.unpublished(track.sid()));
    }
    if (shownBefore && grants.hidden()) {
      room.hide(participant);
    }
    room.changed(participant);
    participant.subscriptions().judgeAll();
    participant.refreshToken();
  }
}
