package parley.app.media;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import parley.mediaserver.SignalOutbound;

/**
 * Frames on their way to one client: one queue, one virtual thread, so that order is kept and
 * nobody waits for a slow network. A client that lets too many bytes pile up is cut off; it
 * resumes.
 */
final class SignalFrames implements SignalOutbound {
  private static final Logger LOG = LoggerFactory.getLogger(SignalFrames.class);
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int MOST_FRAMES = 4096;

  private final WebSocketSession socket;
  private final LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>(MOST_FRAMES);
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();

  SignalFrames(WebSocketSession socket) {
    this.socket = socket;
    Thread.ofVirtual().name("signal-" + socket.getId()).start(this::write);
  }

  @Override
  public void send(byte[] frame) {
    offer(new BinaryMessage(frame));
  }

  @Override
  public void sendText(String frame) {
    offer(new TextMessage(frame));
  }

  void ping() {
    offer(new PingMessage());
  }

  @Override
  public void close(int code, String reason) {
    if (ended.compareAndSet(false, true) && !queue.offer(new CloseStatus(code, reason))) {
      cutOff();
    }
  }

  private void offer(WebSocketMessage<?> message) {
    if (ended.get()) {
      return;
    }
    int bytes = message.getPayloadLength();
    boolean tooMuch = waiting.addAndGet(bytes) > MOST_BYTES;
    if ((tooMuch || !queue.offer(message)) && ended.compareAndSet(false, true)) {
      LOG.info("Signal socket {} reads too slowly and is closed", socket.getId());
      cutOff();
    }
  }

  // The writer may hang in a send, so this does not wait for it.
  private void cutOff() {
    queue.clear();
    queue.add(CloseStatus.SERVICE_OVERLOAD);
    Thread.ofVirtual().start(() -> closeSocket(CloseStatus.SERVICE_OVERLOAD));
  }

  private void write() {
    try {
      while (socket.isOpen()) {
        switch (queue.take()) {
          case WebSocketMessage<?> message -> {
            socket.sendMessage(message);
            waiting.addAndGet(-message.getPayloadLength());
          }
          case CloseStatus status -> {
            closeSocket(status);
            return;
          }
          default -> throw new IllegalStateException("neither a message nor an end");
        }
      }
    } catch (IOException | IllegalStateException gone) {
      closeSocket(CloseStatus.GOING_AWAY);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The socket is gone: the writer ends. */
  void gone() {
    ended.set(true);
    queue.clear();
    queue.add(CloseStatus.GOING_AWAY);
  }

  private void closeSocket(CloseStatus status) {
    try {
      socket.close(status);
    } catch (IOException alreadyGone) {
      LOG.debug("Signal socket {} was gone before it was closed", socket.getId());
    }
  }
}
