package parley.sfu.transport.peer;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.net.LocalAddress;
import parley.sfu.transport.net.RemoteAddress;
import parley.sfu.transport.net.UdpSocket;

/** Many sockets that look like one to their loop: each reads for itself when it has something. */
final class PeerSockets implements UdpSocket {
  private final Selector selector = Selector.open();

  PeerSockets() throws IOException {}

  Selector selector() {
    return selector;
  }

  @Override
  public int receive(Receiver unused) throws IOException {
    selector.selectNow();
    int received = 0;
    Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      SelectionKey key = ready.next();
      ready.remove();
      if (key.isValid() && key.attachment() instanceof PeerSocket socket) {
        received += socket.receive();
      }
    }
    return received;
  }

  @Override
  public void await(long nanos) throws IOException {
    selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
  }

  @Override
  public void wakeUp() {
    selector.wakeup();
  }

  @Override
  public void send(RemoteAddress to, @Nullable LocalAddress from, PacketBuffer datagram) {
    throw new UnsupportedOperationException("each peer sends through its own socket");
  }

  @Override
  public @Nullable LocalAddress sentTo() {
    return null;
  }

  @Override
  public void flush() {}

  @Override
  public int localPort() {
    return 0;
  }

  @Override
  public void close() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      // Nothing is left to do.
    }
  }
}
