package parley.mediaserver;

import java.util.concurrent.CompletableFuture;

/** A running media server. All methods may be called from any thread and none of them blocks. */
public final class MediaServer implements AutoCloseable {
  private final MediaServerConfig config;
  private final MediaServerListener listener;

  private MediaServer(MediaServerConfig config, MediaServerListener listener) {
    this.config = config;
    this.listener = listener;
  }

  /** Opens the media ports and is ready for clients. */
  public static MediaServer start(MediaServerConfig config, MediaServerListener listener) {
    return new MediaServer(config, listener);
  }

  /**
   * The answer to {@code GET /rtc/v1/validate}: would an upgrade be admitted? Send status and text
   * in either case, with {@code Access-Control-Allow-Origin: *}.
   */
  public SignalAnswer.Refused validate(SignalRequest request) {
    throw new UnsupportedOperationException(config.toString() + listener + request);
  }

  /** Checks a WebSocket upgrade of {@code /rtc…} before it happens. */
  public SignalAnswer admit(SignalRequest request) {
    throw new UnsupportedOperationException(request.toString());
  }

  /** Starts the signal conversation over an upgraded WebSocket. */
  public SignalSession open(SignalTicket ticket, SignalOutbound outbound) {
    throw new UnsupportedOperationException(ticket.toString() + outbound);
  }

  /** Makes the room if it is not there; a living one is left as it is. */
  public void ensureRoom(String room, RoomOptions options) {
    throw new UnsupportedOperationException(room + options);
  }

  /**
   * Ends the room: everyone is told to leave for good, and tokens issued until now no longer open
   * it. Completes with false when there was no such room.
   */
  public CompletableFuture<Boolean> deleteRoom(String room) {
    throw new UnsupportedOperationException(room);
  }

  /**
   * Sends a participant away and refuses the tokens issued to it until now. Completes with false
   * when it was not there (its tokens are refused all the same).
   */
  public CompletableFuture<Boolean> removeParticipant(String room, String identity) {
    throw new UnsupportedOperationException(room + identity);
  }

  /**
   * Mutes a track at its publisher; only the publisher can unmute. Completes with false when there
   * is no such track.
   */
  public CompletableFuture<Boolean> muteTrack(String room, String identity, String trackSid) {
    throw new UnsupportedOperationException(room + identity + trackSid);
  }

  /** Mutes all tracks of one source; false when there are none. */
  public CompletableFuture<Boolean> muteSource(String room, String identity, TrackSource source) {
    throw new UnsupportedOperationException(room + identity + source);
  }

  /** Changes name, metadata, attributes or grants; false when there is no such participant. */
  public CompletableFuture<Boolean> updateParticipant(
      String room, String identity, ParticipantChange change) {
    throw new UnsupportedOperationException(room + identity + change);
  }

  /** Changes the room's metadata; false when there is no such room. */
  public CompletableFuture<Boolean> updateRoomMetadata(String room, String metadata) {
    throw new UnsupportedOperationException(room + metadata);
  }

  /** Tells every client to come back to a restarted server, then closes all sockets. */
  @Override
  public void close() {}
}
