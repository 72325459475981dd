package parley.app.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
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
 * Frames on their way to one client. What waits for a slow one waits in the media server's queue;
 * here a thread of its own stands in the socket.
 */
final class SignalFrames implements SignalOutbound {
  private static final Logger LOG = LoggerFactory.getLogger(SignalFrames.class);

  private final WebSocketSession socket;
  private final ReentrantLock writing = new ReentrantLock();

  SignalFrames(WebSocketSession socket) {
    this.socket = socket;
  }

  @Override
  public void send(byte[] frame) {
    write(new BinaryMessage(ByteBuffer.wrap(frame)));
  }

  @Override
  public void sendText(String frame) {
    write(new TextMessage(frame));
  }

  /** Keeps the connection busy; one that is being written to is. Returns at once. */
  void ping() {
    Thread.startVirtualThread(() -> {
      if (writing.tryLock()) {
        try {
          write(new PingMessage());
        } finally {
          writing.unlock();
        }
      }
    });
  }

  /** Does not wait for a frame that hangs in the socket. */
  @Override
  public void close(int code, String reason) {
    try {
      socket.close(new CloseStatus(code, reason));
    } catch (IOException | IllegalStateException alreadyGone) {
      LOG.debug("Signal socket {} was gone before it was closed", socket.getId());
    }
  }

  private void write(WebSocketMessage<?> message) {
    writing.lock();
    try {
      if (socket.isOpen()) {
        socket.sendMessage(message);
      }
    } catch (IOException | IllegalStateException gone) {
      close(CloseStatus.GOING_AWAY.getCode(), "");
    } finally {
      writing.unlock();
    }
  }
}
