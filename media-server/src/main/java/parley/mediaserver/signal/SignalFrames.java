package parley.mediaserver.signal;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import livekit.LivekitRtc.SignalRequest;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.SignalSession;

/**
 * Frames of one WebSocket, parsed where they arrive and handed on as messages. Floods and nonsense
 * close this socket and touch nobody else.
 */
public final class SignalFrames implements SignalSession {
  private static final int MALFORMED = 1007;
  private static final int POLICY = 1008;
  private static final int TOO_BIG = 1009;

  /** Messages that may wait for their room's thread. */
  private static final int MAX_UNDONE = 512;

  private final SignalQueue queue;
  private final SignalReceiver receiver;
  private final FloodGate messages;
  private final FloodGate bytes;
  private final AtomicInteger undone = new AtomicInteger();
  private boolean closed;

  public SignalFrames(SignalQueue queue, SignalReceiver receiver) {
    this(queue, receiver, System::nanoTime);
  }

  SignalFrames(SignalQueue queue, SignalReceiver receiver, LongSupplier nanoClock) {
    this.queue = queue;
    this.receiver = receiver;
    this.messages = new FloodGate(1000, 100, nanoClock);
    this.bytes = new FloodGate(4L * MAX_MESSAGE_BYTES, MAX_MESSAGE_BYTES, nanoClock);
  }

  @Override
  public void binary(byte[] message) {
    if (admits(message.length)) {
      take(Frames.read(message));
    }
  }

  @Override
  public void text(String message) {
    if (admits(message.getBytes(StandardCharsets.UTF_8).length)) {
      queue.useJson();
      take(Frames.readJson(message));
    }
  }

  @Override
  public void closed() {
    if (!closed) {
      closed = true;
      receiver.lost();
    }
  }

  private boolean admits(int length) {
    if (closed) {
      return false;
    }
    if (length > MAX_MESSAGE_BYTES) {
      refuse(TOO_BIG, "message too large");
    } else if (!messages.pass(1) || !bytes.pass(length) || undone.get() >= MAX_UNDONE) {
      refuse(POLICY, "too many messages");
    }
    return !closed;
  }

  private void take(@Nullable SignalRequest request) {
    if (request == null) {
      refuse(MALFORMED, "malformed message");
    } else {
      undone.incrementAndGet();
      receiver.received(Incoming.of(request), () -> undone.decrementAndGet());
    }
  }

  private void refuse(int code, String reason) {
    queue.close(code, reason);
    closed();
  }
}
