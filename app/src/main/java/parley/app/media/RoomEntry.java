package parley.app.media;

/**
 * Asked each time somebody with a valid token comes to a room, also after a restart. Implemented by
 * the room that knows what a media room stands for. May block.
 */
public interface RoomEntry {
  /** What to do with them. */
  enum Answer {
    /** Let in. */
    ENTER,
    /** The token is valid, but this identity may not, or no longer, come in. */
    REFUSED,
    /** Not a room of ours: whoever holds the key may use it. */
    UNKNOWN_ROOM
  }

  /** Whether this identity may enter this room now. */
  Answer mayEnter(String room, String identity);
}
