package parley.bench.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that sends prepared requests and reads the answers (RFC 9112):
 * so little work that the server is what is measured.
 */
final class HttpPipe implements AutoCloseable {
  private final URI address;
  private Socket socket;
  private InputStream in;

  HttpPipe(URI address) throws IOException {
    this.address = address;
    socket = open(address);
    in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
  }

  private static Socket open(URI address) throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setTcpNoDelay(true);
    return socket;
  }

  private void reopen() throws IOException {
    socket.close();
    socket = open(address);
    in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
  }

  /** A request as it goes over the wire. */
  static byte[] request(String method, URI address, String path, String headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String length = content.length == 0 ? "" : "Content-Length: " + content.length + "\r\n";
    String head =
        method + " " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers;
    return (head + length + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  /** Sends it, reads the whole answer, gives its status. */
  int ask(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line().substring(9, 12));
    long length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:"))
        length = Long.parseLong(header.substring(15).strip());
      if (header.equals("connection: close")) last = true;
      if (header.startsWith("transfer-encoding:")) chunked = header.endsWith("chunked");
    }
    if (chunked) skipChunks();
    else in.skipNBytes(length);
    if (last) reopen();
    return status;
  }

  private void skipChunks() throws IOException {
    for (long size = chunk(); size > 0; size = chunk()) {
      in.skipNBytes(size);
      line();
    }
    line();
  }

  private long chunk() throws IOException {
    return Long.parseLong(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new IOException("The server closed the connection");
      if (next != '\r') line.append((char) next);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
