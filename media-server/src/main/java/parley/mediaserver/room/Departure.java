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
 */
record Departure(LeaveReason reason, DisconnectReason wire, Action action) {
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

  /** The departure of a client that said why itself. */
  static Departure left(DisconnectReason said) {
    boolean known =
        said != DisconnectReason.UNKNOWN_REASON && said != DisconnectReason.UNRECOGNIZED;
    return known ? new Departure(LeaveReason.CLIENT_LEFT, said, Action.DISCONNECT) : LEFT;
  }
}
