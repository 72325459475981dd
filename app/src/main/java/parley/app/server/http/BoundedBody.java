package parley.app.server.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import parley.app.shared.Refusal;

/**
 * A body that ends with a refusal where it grows too large or trickles in: after the patience is
 * used up, a second more for every {@link #BYTES_A_SECOND}.
 */
final class BoundedBody extends ServletInputStream {
  /** What Apache's mod_reqtimeout asks of a sender, too. */
  private static final long BYTES_A_SECOND = 500;

  private final ServletInputStream body;
  private final long longest;
  private final long patienceNanos;
  private final LongSupplier nanoTime;
  private long begun = -1;
  private long read;

  BoundedBody(ServletInputStream body, long longest, Duration patience, LongSupplier nanoTime) {
    this.body = body;
    this.longest = longest;
    this.patienceNanos = patience.toNanos();
    this.nanoTime = nanoTime;
  }

  /** 413 {@code too_large}, with the size that is allowed. */
  static Refusal tooLarge(long longest) {
    String size = longest < 1 << 20 ? longest / 1024 + " kB" : longest / (1 << 20) + " MB";
    return new Refusal(
        413, "too_large", "The request is larger than the " + size + " allowed here.");
  }

  @Override
  public int read() throws IOException {
    begin();
    int one;
    try {
      one = body.read();
    } catch (SocketTimeoutException silent) {
      throw ByStatus.refusal(408);
    }
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    begin();
    int bytes;
    try {
      bytes = body.read(into, offset, length);
    } catch (SocketTimeoutException silent) {
      throw ByStatus.refusal(408);
    }
    count(Math.max(0, bytes));
    return bytes;
  }

  private void begin() {
    begun = read == 0 && begun < 0 ? nanoTime.getAsLong() : begun;
  }

  private void count(int bytes) {
    read += bytes;
    if (read > longest) {
      throw tooLarge(longest);
    }
    long earned = TimeUnit.SECONDS.toNanos(read) / BYTES_A_SECOND;
    if (nanoTime.getAsLong() - begun - earned > patienceNanos) {
      throw ByStatus.refusal(408);
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
