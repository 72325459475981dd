package parley.mediaserver.signal;

import livekit.LivekitRtc.SignalResponse;

/** Where one participant's messages go, in order. Never blocks. */
public interface SignalSink {
  /** Queues a message; after {@link #close} it is dropped. */
  void send(SignalResponse message);

  /** Closes the WebSocket once everything queued is sent. */
  void close(int code, String reason);
}
