package parley.app.updates;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One open page. Everything it is sent goes through one bounded queue and one virtual thread, so it
 * keeps its order; a page that reads too slowly is closed and resumes from its number.
 */
final class PageConnection implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PageConnection.class);
  private static final int LONGEST_QUEUE = 512;
  private static final long QUIET_SECONDS = 20;
  private static final CloseStatus TOO_SLOW = new CloseStatus(1013, "too slow");
  private static final CloseStatus GOING_AWAY = CloseStatus.GOING_AWAY;

  private final WebSocketSession socket;
  private final PageReading reading;
  private final Consumer<PageConnection> atEnd;
  private final BlockingQueue<PageStep> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);

  /**
   * @param atEnd told when nothing will be sent any more
   */
  PageConnection(WebSocketSession socket, PageReading reading, Consumer<PageConnection> atEnd) {
    this.socket = socket;
    this.reading = reading;
    this.atEnd = atEnd;
  }

  void start() {
    Thread.ofVirtual().name("page-" + socket.getId()).start(this);
  }

  /** Any thread. A full queue ends the connection. */
  void offer(PageStep step) {
    if (!queue.offer(step)) {
      close(TOO_SLOW);
    }
  }

  boolean isUser(UUID userId) {
    return reading.isUser(userId);
  }

  /** The login session the page is open with; empty for guests. */
  Optional<UUID> session() {
    return reading.session();
  }

  Set<Topic> topics() {
    return reading.topics();
  }

  @Override
  public void run() {
    try {
      while (socket.isOpen()) {
        PageStep step = queue.poll(QUIET_SECONDS, TimeUnit.SECONDS);
        if (step instanceof PageStep.End) {
          return;
        }
        if (step == null) {
          socket.sendMessage(new PingMessage());
        } else {
          reading.take(step, this, this::send);
        }
      }
    } catch (IOException | IllegalStateException gone) {
      close(GOING_AWAY);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      // Most likely the database is away: the page comes back and reads on from its number.
      LOG.warn("The updates of an open page could not be read", failure);
      close(CloseStatus.SERVER_ERROR);
    } finally {
      atEnd.accept(this);
    }
  }

  private void send(String text) throws IOException {
    socket.sendMessage(new TextMessage(text));
  }

  /**
   * The socket is gone. The writer is not interrupted: it may be reading the database, whose
   * connection would be lost.
   */
  void ended() {
    queue.clear();
    if (!queue.offer(new PageStep.End())) {
      queue.clear();
    }
  }

  // Closing waits for a send that is under way, so the caller must not.
  void close(CloseStatus status) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            socket.close(status);
          } catch (IOException alreadyGone) {
            ended();
          }
        });
  }
}
