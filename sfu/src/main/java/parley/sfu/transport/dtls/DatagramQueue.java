package parley.sfu.transport.dtls;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/**
 * Between the loop, which never waits, and a handshake, which does: a bounded queue in, a callback
 * out.
 */
final class DatagramQueue implements DatagramTransport {
  private static final int CAPACITY = 32;
  private static final int RECEIVE_LIMIT = 2048;
  private static final int SEND_LIMIT = 1200;
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> incoming = new ArrayBlockingQueue<>(CAPACITY);
  private final Consumer<byte[]> outgoing;
  private volatile boolean closed;

  DatagramQueue(Consumer<byte[]> outgoing) {
    this.outgoing = outgoing;
  }

  /** Any thread; false if the queue is full or closed. */
  boolean offer(byte[] datagram) {
    return !closed && incoming.offer(datagram);
  }

  @Override
  public int getReceiveLimit() {
    return RECEIVE_LIMIT;
  }

  @Override
  public int getSendLimit() {
    return SEND_LIMIT;
  }

  /** Waits so long, for ever if 0; −1 if nothing came. */
  @Override
  public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
    byte[] datagram = take(waitMillis);
    if (datagram == null) {
      return -1;
    }
    if (closed) {
      throw new IOException("closed");
    }
    int copied = Math.min(length, datagram.length);
    System.arraycopy(datagram, 0, buffer, offset, copied);
    return copied;
  }

  private byte @Nullable [] take(int waitMillis) throws IOException {
    try {
      if (closed) {
        return END;
      }
      return waitMillis == 0 ? incoming.take() : incoming.poll(waitMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void send(byte[] buffer, int offset, int length) {
    byte[] datagram = new byte[length];
    System.arraycopy(buffer, offset, datagram, 0, length);
    outgoing.accept(datagram);
  }

  /** Ends whoever waits. Any thread. */
  @Override
  public void close() {
    closed = true;
    incoming.clear();
    incoming.offer(END);
  }
}
