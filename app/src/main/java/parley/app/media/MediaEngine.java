package parley.app.media;

/**
 * What the rooms above ask of the media side. Commands return at once; what comes of them arrives
 * as {@link MediaEvent}s. A command about a room or somebody that is not there does nothing.
 */
public interface MediaEngine {
  /** Names the server that rooms are made on now: {@code meetings.conference_server_id}. */
  String node();

  /**
   * The address that LiveKit clients connect to.
   *
   * @param ownAddress scheme, host and port by which the asker reached this Parley
   */
  String signalUrl(String ownAddress);

  /**
   * A token with which a LiveKit client may join for some minutes; the server renews it while the
   * client is there.
   */
  String token(MediaPass pass);

  /** Makes the room if it is not there. */
  void ensureRoom(String room);

  /** Ends the room for everybody in it; tokens made until now no longer open it. */
  void deleteRoom(String room);

  /** Sends somebody out; tokens made for this identity until now are refused. */
  void remove(String room, String identity);

  /** Mutes what somebody publishes from this source. Only that person can unmute. */
  void mute(String room, String identity, MediaSource source);

  /** Shows a new name to the others. */
  void rename(String room, String identity, String name);
}
