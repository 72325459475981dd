package parley.mediaserver;

/**
 * The WebSocket as the media server writes to it. Calls for one session come one after another, in
 * order, from a thread of that session's own, so an implementation may block on a slow receiver.
 */
public interface SignalOutbound {
  /** Sends one binary frame. Failing may be silent; the socket's end is told by {@code closed}. */
  void send(byte[] frame);

  /** Sends one text frame. */
  void sendText(String frame);

  /** Closes the WebSocket; nothing follows. */
  void close(int code, String reason);
}
