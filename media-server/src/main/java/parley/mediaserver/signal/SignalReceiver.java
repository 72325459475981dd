package parley.mediaserver.signal;

/** Takes what a session's frames say. Called on the WebSocket's thread; must not block. */
public interface SignalReceiver {
  /** A message; {@code done} is to be run once it has been dealt with. */
  void received(Incoming message, Runnable done);

  /** The WebSocket is gone. */
  void lost();
}
