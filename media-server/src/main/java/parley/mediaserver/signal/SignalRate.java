package parley.mediaserver.signal;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How much one identity may say in one room, over all sockets it opens. A client in a meeting of a
 * hundred says some hundred things when its page is laid out anew, and a few a second otherwise.
 * Safe for threads.
 */
public final class SignalRate {
  private static final int MESSAGES_AT_ONCE = 1000;
  private static final int MESSAGES_A_SECOND = 100;
  private static final int BYTES_AT_ONCE = 8 * 1024 * 1024;
  private static final int BYTES_A_SECOND = 2 * 1024 * 1024;

  /** A socket costs as much as so many messages: everything is told anew. */
  private static final int SOCKET = 20;

  private final FloodGate messages;
  private final FloodGate bytes;

  SignalRate(LongSupplier nanoClock) {
    this.messages = new FloodGate(MESSAGES_AT_ONCE, MESSAGES_A_SECOND, nanoClock);
    this.bytes = new FloodGate(BYTES_AT_ONCE, BYTES_A_SECOND, nanoClock);
  }

  /** Whether it may open another socket now. */
  public synchronized boolean passSocket() {
    return messages.pass(SOCKET);
  }

  /** Takes a message as it arrives; null, or what is too much. */
  synchronized @Nullable String pass(int size) {
    if (!messages.pass(1)) {
      return "more than " + MESSAGES_A_SECOND + " messages a second";
    }
    return bytes.pass(size) ? null : "more than " + BYTES_A_SECOND + " bytes a second";
  }

  /** Takes what a message costs beyond its arrival, in messages; null, or what is too much. */
  synchronized @Nullable String weigh(int cost) {
    return cost == 0 || messages.pass(cost) ? null : "too many costly messages a second";
  }

  /** Whether nothing was said for so long that a new one would allow the same. */
  synchronized boolean rested() {
    return messages.full() && bytes.full();
  }
}
