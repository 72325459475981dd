package parley.app.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import parley.app.testing.ParleyTest;

/** Whoever sends a byte now and then does not hold a place for ever. */
@ParleyTest
@TestPropertySource(properties = "parley.requests.patience=1s")
class SlowRequestModuleTest {
  private static final int PAUSE_MILLIS = 100;
  private static final int MOST_PIECES = 600;

  @LocalServerPort int port;

  @Test
  void aHeadThatTricklesInIsCutOff() throws Exception {
    assertThat(trickle("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "a")).doesNotContain("200");
  }

  @Test
  void aLineThatTricklesInIsCutOff() throws Exception {
    assertThat(trickle("GET /", "a")).doesNotContain("200");
  }

  @Test
  void theSecondHeadOfAConnectionHasNoMoreTimeThanTheFirst() throws Exception {
    String first = "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assertThat(trickle(first + "GET / HTTP/1.1\r\nX-Slow: ", "a")).doesNotContain(" 200");
  }

  @Test
  void aBodyThatTricklesInIsRefused() throws Exception {
    String head =
        "POST /api/v1/password-resets HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{";
    assertThat(trickle(head, " ")).startsWith("HTTP/1.1 408").contains("too_slow");
  }

  @Test
  void aConnectionThatStaysQuietIsCutOff() throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write("GET / HT".getBytes(US_ASCII));
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  /** Sends the piece again and again until the server has had enough; what it said. */
  private String trickle(String begin, String piece) throws IOException {
    StringBuilder said = new StringBuilder();
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(PAUSE_MILLIS);
      socket.getOutputStream().write(begin.getBytes(US_ASCII));
      for (int i = 0; i < MOST_PIECES; i++) {
        byte[] some = new byte[4096];
        try {
          int read = socket.getInputStream().read(some);
          if (read < 0) {
            return said.toString();
          }
          said.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
        } catch (SocketTimeoutException goOn) {
          socket.getOutputStream().write(piece.getBytes(US_ASCII));
        }
      }
    } catch (SocketException reset) {
      return said.toString();
    }
    throw new AssertionError("still open after " + MOST_PIECES + " pieces");
  }
}
