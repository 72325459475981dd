package parley.mediaserver.signal;

/** Takes what a session's frames say. Called on the WebSocket's thread; must not block. */
public interface SignalReceiver {
  /** A message; {@code done} is to be run once it has been dealt with. */
  void received(Incoming message, Runnable done);

  /** Its client did what none does: the participant is to go, with this code and these words. */
  void expelled(SignalTrouble trouble, int code, String why);

  /** The WebSocket is gone. */
  void lost();

  /** How many tracks there have been at once, for which its offers have sections still. */
  int tracks();
}
