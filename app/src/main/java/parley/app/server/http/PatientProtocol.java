package parley.app.server.http;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 as Tomcat speaks it, with an end to how long the head of a request may take. Tomcat's
 * own timeout begins anew with every byte, so that a head of one byte now and then holds a place
 * for ever.
 */
public final class PatientProtocol extends Http11NioProtocol {
  /** A download that is paused, or whose reader changes networks. */
  private static final long READER_PAUSES_MILLIS = 60_000;

  private volatile long patienceNanos = Long.MAX_VALUE;

  /**
   * From the first byte of a head to its last; a silence of half of it ends the connection too, one
   * of all of it within a body. How long an answer is read for is another matter.
   */
  void setPatience(Duration patience) {
    patienceNanos = patience.toNanos();
    setConnectionTimeout((int) patience.dividedBy(2).toMillis());
    setDisableUploadTimeout(false);
    setConnectionUploadTimeout((int) patience.toMillis());
  }

  @Override
  protected Processor createProcessor() {
    return new PatientProcessor();
  }

  private final class PatientProcessor extends Http11Processor {
    PatientProcessor() {
      super(PatientProtocol.this, PatientProtocol.this.getAdapter());
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
      socket.setWriteTimeout(READER_PAUSES_MILLIS);
      SocketState state = super.service(socket);
      // It waits for the rest of a head.
      boolean incomplete = state == SocketState.LONG && !isAsync();
      long begun = request.getStartTimeNanos();
      return incomplete && begun >= 0 && System.nanoTime() - begun > patienceNanos
          ? SocketState.CLOSED
          : state;
    }
  }
}
