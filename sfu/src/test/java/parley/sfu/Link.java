package parley.sfu;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** One direction of a bad network: delays, loses and now and then reorders, from a seed. */
final class Link {
  private static final double MILLI = 1_000_000;
  private static final double REORDERED = 0.01;

  private final FakeLoop loop;
  private final SplittableRandom random;
  private final double loss;
  private final double delayMillis;
  private final double jitterMillis;
  private long lastArrival;
  long sent;
  long lost;

  Link(FakeLoop loop, long seed, double loss, double delayMillis, double jitterMillis) {
    this.loop = loop;
    this.random = new SplittableRandom(seed);
    this.loss = loss;
    this.delayMillis = delayMillis;
    this.jitterMillis = jitterMillis;
  }

  void send(byte[] bytes, Consumer<byte[]> to) {
    sent++;
    if (random.nextDouble() < loss) {
      lost++;
      return;
    }
    long delay = (long) ((delayMillis + random.nextDouble() * jitterMillis) * MILLI);
    long arrival = loop.nanoTime() + delay;
    if (random.nextDouble() >= REORDERED) {
      arrival = Math.max(arrival, lastArrival + 1000);
      lastArrival = arrival;
    }
    loop.at(arrival - loop.nanoTime(), () -> to.accept(bytes));
  }
}
