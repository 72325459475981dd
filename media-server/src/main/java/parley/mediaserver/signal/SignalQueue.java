package parley.mediaserver.signal;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import livekit.LivekitRtc.SignalResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.mediaserver.SignalOutbound;

/**
 * The one ordered queue to a session's WebSocket. A room thread puts messages in; a virtual thread,
 * there only while something waits, turns them into frames and may block on the socket.
 */
public final class SignalQueue implements SignalSink {
  private static final Logger log = LoggerFactory.getLogger(SignalQueue.class);

  /** A client this far behind is not reading any more; it may resume over a new socket. */
  static final int MAX_WAITING = 4096;

  private final SignalOutbound outbound;
  private final Executor sender;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean sending;
  private boolean closed;
  private volatile boolean json;

  /** {@code sender} gives a thread that may block, once in a while. */
  public SignalQueue(SignalOutbound outbound, Executor sender) {
    this.outbound = outbound;
    this.sender = sender;
  }

  /** From now on frames are text: the client spoke JSON. */
  public void useJson() {
    json = true;
  }

  @Override
  public void send(SignalResponse message) {
    put(() -> write(message), false);
  }

  @Override
  public void close(int code, String reason) {
    put(() -> outbound.close(code, reason), true);
  }

  private void write(SignalResponse message) {
    if (json) {
      outbound.sendText(Frames.json(message));
    } else {
      outbound.send(message.toByteArray());
    }
  }

  private synchronized void put(Runnable deed, boolean last) {
    if (closed) {
      return;
    }
    if (waiting.size() >= MAX_WAITING) {
      waiting.clear();
      waiting.add(() -> outbound.close(1013, "reads too slowly"));
      closed = true;
    } else {
      waiting.add(deed);
      closed = last;
    }
    if (!sending) {
      sending = true;
      sender.execute(this::drain);
    }
  }

  private void drain() {
    for (Runnable next = take(); next != null; next = take()) {
      try {
        next.run();
      } catch (RuntimeException e) {
        log.debug("signal frame not sent: {}", e.toString());
      }
    }
  }

  private synchronized @Nullable Runnable take() {
    Runnable next = waiting.poll();
    if (next == null) {
      sending = false;
    }
    return next;
  }
}
