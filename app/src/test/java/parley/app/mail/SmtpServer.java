package parley.app.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers what it was told to (RFC 5321) and notes every line it hears. Steps
 * are {@code GREETING}, the first word of a command, or {@code END} for the end of a mail.
 */
public final class SmtpServer implements AutoCloseable {
  /** Lines as they came, read as UTF-8. */
  final List<String> heard = new CopyOnWriteArrayList<>();

  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final ServerSocket socket;

  public SmtpServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    Thread.startVirtualThread(this::listen);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** From now on it answers this step so; for {@code EHLO} in lines. */
  SmtpServer answers(String step, String reply) {
    replies.put(step, reply);
    return this;
  }

  /** From now on it agrees to everything, and offers nothing; what it heard is forgotten. */
  void agree() {
    replies.clear();
    heard.clear();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.startVirtualThread(() -> talk(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        var lines =
            new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
      say(client, reply("GREETING", "220 here"));
      boolean inMail = false;
      for (String raw; (raw = lines.readLine()) != null; ) {
        String line = new String(raw.getBytes(ISO_8859_1), StandardCharsets.UTF_8);
        heard.add(line);
        if (inMail && line.equals(".")) {
          inMail = false;
          say(client, reply("END", "250 taken"));
        } else if (!inMail) {
          String step = line.split(" ", 2)[0];
          String answer = reply(step, step.equals("DATA") ? "354 go on" : "250 ok");
          inMail = answer.startsWith("354");
          say(client, answer);
        }
      }
    } catch (IOException gone) {
      // The client has heard enough.
    }
  }

  private String reply(String step, String usual) {
    return replies.getOrDefault(step, usual);
  }

  private static void say(Socket client, String words) throws IOException {
    client.getOutputStream().write((words + "\r\n").getBytes(ISO_8859_1));
    client.getOutputStream().flush();
  }
}
