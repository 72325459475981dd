package parley.sfu;

/** Why a participant is taken out of a room. */
public enum LeaveReason {
  LEFT,
  REMOVED,
  REPLACED,
  SILENT,
  ROOM_CLOSED
}
