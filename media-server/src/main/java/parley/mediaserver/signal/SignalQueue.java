package parley.mediaserver.signal;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import livekit.LivekitRtc.ParticipantUpdate;
import livekit.LivekitRtc.SignalResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.mediaserver.SignalOutbound;

/**
 * The one ordered queue to a session's WebSocket, bounded in bytes. A room thread puts messages in;
 * a virtual thread, there only while something waits, turns them into frames and may block on the
 * socket. What waits and is out of date (how somebody is, how the room is) is replaced where it
 * stands, so a slow reader is told less, and one that reads nothing costs only itself.
 */
public final class SignalQueue implements SignalSink {
  private static final Logger log = LoggerFactory.getLogger(SignalQueue.class);
  private static final int TRY_AGAIN_LATER = 1013;

  /** A client this far behind is not reading any more; it may resume over a new socket. */
  static final int MAX_WAITING_BYTES = 4 * 1024 * 1024;

  /** What an object costs beside its bytes. */
  private static final int EACH = 256;

  private final SignalOutbound outbound;
  private final Executor sender;
  private final SignalTroubles troubles;
  private final SequencedMap<Object, SignalResponse> waiting = new LinkedHashMap<>();
  private long waitingBytes;
  private @Nullable Runnable end;
  private boolean sending;
  private boolean closed;
  private volatile boolean json;

  /** {@code sender} gives a thread that may block, once in a while. */
  public SignalQueue(SignalOutbound outbound, Executor sender, SignalTroubles troubles) {
    this.outbound = outbound;
    this.sender = sender;
    this.troubles = troubles;
  }

  /** From now on frames are text: the client spoke JSON. */
  public void useJson() {
    json = true;
  }

  @Override
  public synchronized void send(SignalResponse message) {
    if (closed) {
      return;
    }
    int size = cost(message);
    if (waitingBytes + size > MAX_WAITING_BYTES && !waiting.isEmpty()) {
      cutOff();
      return;
    }
    SignalResponse outdated = waiting.put(subject(message), message);
    waitingBytes += size - (outdated == null ? 0 : cost(outdated));
    begin();
  }

  @Override
  public synchronized void close(int code, String reason) {
    if (!closed) {
      closed = true;
      end = () -> outbound.close(code, reason);
      begin();
    }
  }

  // The thread that sends may hang in the socket, so this does not wait for it.
  private void cutOff() {
    closed = true;
    waiting.clear();
    troubles.count(SignalTrouble.SLOW);
    sender.execute(() -> outbound.close(TRY_AGAIN_LATER, "reads too slowly"));
  }

  private static int cost(SignalResponse message) {
    return EACH + message.getSerializedSize();
  }

  /** What a message tells the state of; one of its own for what happens or is answered. */
  private static Object subject(SignalResponse message) {
    return switch (message.getMessageCase()) {
      case UPDATE -> subject(message.getUpdate());
      case ROOM_UPDATE, REFRESH_TOKEN -> message.getMessageCase();
      default -> new Object();
    };
  }

  private static Object subject(ParticipantUpdate update) {
    return update.getParticipantsCount() == 1 ? update.getParticipants(0).getSid() : new Object();
  }

  private void begin() {
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

  private void write(SignalResponse message) {
    if (json) {
      outbound.sendText(Frames.json(message));
    } else {
      outbound.send(message.toByteArray());
    }
  }

  private synchronized @Nullable Runnable take() {
    var first = waiting.pollFirstEntry();
    if (first != null) {
      waitingBytes -= cost(first.getValue());
      return () -> write(first.getValue());
    }
    Runnable last = end;
    end = null;
    sending = last != null;
    return last;
  }
}
