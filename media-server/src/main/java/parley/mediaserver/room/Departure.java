package parley.mediaserver.room;

import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitRtc.LeaveRequest.Action;
import parley.mediaserver.LeaveReason;

/**
 * How a participant goes.
 *
 * @param reason what the platform is told
 * @param wire what clients are told
 * @param action what its own client should do: stop, or come back afresh
 * @param code closes its WebSocket
 * @param why says so in words, empty when the code is enough
 */
record Departure(LeaveReason reason, DisconnectReason wire, Action action, int code, String why) {
  private static final int NORMAL = 1000;
  private static final int SERVER_ERROR = 1011;

  static final Departure LEFT =
      new Departure(LeaveReason.CLIENT_LEFT, DisconnectReason.CLIENT_INITIATED, Action.DISCONNECT);
  static final Departure REPLACED =
      new Departure(
          LeaveReason.DUPLICATE_IDENTITY, DisconnectReason.DUPLICATE_IDENTITY, Action.DISCONNECT);
  static final Departure REMOVED =
      new Departure(LeaveReason.REMOVED, DisconnectReason.PARTICIPANT_REMOVED, Action.DISCONNECT);
  static final Departure ROOM_DELETED =
      new Departure(LeaveReason.ROOM_DELETED, DisconnectReason.ROOM_DELETED, Action.DISCONNECT);
  static final Departure JOIN_FAILED =
      new Departure(LeaveReason.JOIN_FAILED, DisconnectReason.JOIN_FAILURE, Action.DISCONNECT);
  static final Departure LOST =
      new Departure(
          LeaveReason.CONNECTION_LOST, DisconnectReason.CONNECTION_TIMEOUT, Action.RECONNECT);
  static final Departure MISMATCH =
      new Departure(LeaveReason.STATE_MISMATCH, DisconnectReason.STATE_MISMATCH, Action.RECONNECT);
  static final Departure SERVER_STOPPED =
      new Departure(LeaveReason.SERVER_STOPPED, DisconnectReason.SERVER_SHUTDOWN, Action.RECONNECT);

  static final Departure FAILED =
      new Departure(
          LeaveReason.FAILED,
          DisconnectReason.SIGNAL_CLOSE,
          Action.DISCONNECT,
          SERVER_ERROR,
          "the server failed at a request");

  private Departure(LeaveReason reason, DisconnectReason wire, Action action) {
    this(reason, wire, action, NORMAL, "");
  }

  /** Sent away for what it sent. */
  static Departure misbehaved(int code, String why) {
    return new Departure(
        LeaveReason.MISBEHAVED, DisconnectReason.PARTICIPANT_REMOVED, Action.DISCONNECT, code, why);
  }

  /** The departure of a client that said why itself. */
  static Departure left(DisconnectReason said) {
    boolean known =
        said != DisconnectReason.UNKNOWN_REASON && said != DisconnectReason.UNRECOGNIZED;
    return known ? new Departure(LeaveReason.CLIENT_LEFT, said, Action.DISCONNECT) : LEFT;
  }
}
