package parley.mediaserver;

/** Why a participant is no longer in a room. */
public enum LeaveReason {
  /** The client said so. */
  CLIENT_LEFT,
  /** The same identity joined again; its new participant is in the room. */
  DUPLICATE_IDENTITY,
  /** Removed by {@link MediaServer#removeParticipant}. */
  REMOVED,
  /** The room was deleted. */
  ROOM_DELETED,
  /** Nothing was heard any more. */
  CONNECTION_LOST,
  /** Media never connected. */
  JOIN_FAILED,
  /** The client and the server disagreed on what is there; the client was told to start afresh. */
  STATE_MISMATCH,
  /** It sent what no client sends, or more than any does. */
  MISBEHAVED,
  /** The server failed at what it asked for; a mistake of the server's. */
  FAILED,
  /** The server stopped. */
  SERVER_STOPPED
}
