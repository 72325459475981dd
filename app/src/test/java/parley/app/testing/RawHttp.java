package parley.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests with headers that a well-behaved client would not let one write, such as the host. */
public final class RawHttp {
  private RawHttp() {}

  /**
   * The whole answer, status line first.
   *
   * @param port of this machine
   * @param head request line and headers, one a line, without the last empty one
   */
  public static String ask(int port, String head) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      String request = head.strip().replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The status of the answer to a GET of this path, sent to this host. */
  public static int status(int port, String host, String path) {
    return Integer.parseInt(ask(port, "GET " + path + " HTTP/1.1\nHost: " + host).substring(9, 12));
  }
}
