package parley.mediaserver;

/**
 * One upgraded signal WebSocket. The caller gives frames in the order they arrived, from one thread
 * at a time; parsing happens on that thread. No method throws on bad input or blocks on a room.
 */
public interface SignalSession {
  /**
   * The largest message its client may send now, in bytes: longer ones need not be collected but
   * are {@link #tooLarge}. It grows with the tracks there are to receive.
   */
  int maxMessageBytes();

  /** A whole binary message. */
  void binary(byte[] message);

  /** A whole text message: protobuf's JSON form. */
  void text(String message);

  /** A message had more bytes than it may have: the participant is sent away. */
  void tooLarge();

  /** The WebSocket is gone, however that came. Later calls do nothing. */
  void closed();
}
