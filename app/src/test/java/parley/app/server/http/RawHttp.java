package parley.app.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Optional;

/** Sends a request as it is written, whatever any client would make of it. */
final class RawHttp {
  private static final int LONGEST_WAIT_MILLIS = 300_000;

  private RawHttp() {}

  /**
   * What came back.
   *
   * @param status 0 if the connection was only closed
   * @param head the status line and the headers
   */
  record Answer(int status, String head, String body) {
    Optional<String> header(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }
  }

  /**
   * @param request Latin-1, so that every byte can be written; the connection is closed after it
   */
  static Answer send(int port, String request) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(LONGEST_WAIT_MILLIS);
      try {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      } catch (SocketException refused) {
        // Its answer may have come all the same.
      }
      return read(socket);
    } catch (IOException broken) {
      throw new UncheckedIOException(request.lines().findFirst().orElse(""), broken);
    }
  }

  private static Answer read(Socket socket) throws IOException {
    String all = said(socket);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0 || !all.startsWith("HTTP/1.1 ")) {
      return new Answer(0, "", all);
    }
    int status = Integer.parseInt(all.substring(9, 12));
    return new Answer(status, all.substring(0, end), all.substring(end + 4));
  }

  // A server that has not read all of what was sent closes with a reset.
  private static String said(Socket socket) throws IOException {
    StringBuilder said = new StringBuilder();
    byte[] some = new byte[8192];
    try {
      for (int read = 0; read >= 0; read = socket.getInputStream().read(some)) {
        said.append(new String(some, 0, read, ISO_8859_1));
      }
    } catch (SocketException reset) {
      return said.toString();
    }
    return said.toString();
  }
}
