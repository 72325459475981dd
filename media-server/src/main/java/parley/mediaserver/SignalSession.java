package parley.mediaserver;

/**
 * One upgraded signal WebSocket. The caller gives frames in the order they arrived, from one thread
 * at a time; parsing happens on that thread. No method throws on bad input or blocks on a room.
 */
public interface SignalSession {
  /** The largest message a client may send, in bytes; longer ones close the socket with 1009. */
  int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

  /** A whole binary message. */
  void binary(byte[] message);

  /** A whole text message: protobuf's JSON form. */
  void text(String message);

  /** The WebSocket is gone, however that came. Later calls do nothing. */
  void closed();
}
