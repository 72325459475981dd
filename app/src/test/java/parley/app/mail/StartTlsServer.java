package parley.app.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that goes over to TLS when asked (RFC 3207) and notes what it heard before and
 * after.
 */
final class StartTlsServer implements AutoCloseable {
  final List<String> inTheClear = new CopyOnWriteArrayList<>();
  final List<String> inTls = new CopyOnWriteArrayList<>();
  private final ServerSocket socket;
  private final SSLContext tls;
  private final boolean offersTls;

  StartTlsServer(SSLContext tls, boolean offersTls) {
    this.tls = tls;
    this.offersTls = offersTls;
    try {
      this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    Thread.startVirtualThread(this::listen);
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        say(client, "220 here");
        if (talk(client, inTheClear)) {
          var safe =
              (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
          safe.setUseClientMode(false);
          talk(safe, inTls);
        }
      } catch (IOException gone) {
        // The client has heard enough.
      }
    }
  }

  /** Returns true when the client wants TLS. */
  private boolean talk(Socket client, List<String> heard) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII), 1);
    boolean inData = false;
    for (String line; (line = lines.readLine()) != null; ) {
      heard.add(line);
      if (inData) {
        inData = !line.equals(".");
        if (!inData) {
          say(client, "250 taken");
        }
      } else if (line.startsWith("STARTTLS")) {
        say(client, "220 go on");
        return true;
      } else {
        inData = line.startsWith("DATA");
        say(client, reply(line, heard == inTls));
      }
    }
    return false;
  }

  private String reply(String line, boolean safe) {
    return switch (line.substring(0, Math.min(4, line.length()))) {
      case "EHLO" -> offersTls && !safe ? "250-here\r\n250 STARTTLS" : "250-here\r\n250 AUTH PLAIN";
      case "AUTH" -> "235 come in";
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  private static void say(Socket client, String words) throws IOException {
    client.getOutputStream().write((words + "\r\n").getBytes(US_ASCII));
    client.getOutputStream().flush();
  }
}
