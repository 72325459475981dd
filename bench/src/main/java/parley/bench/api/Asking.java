package parley.bench.api;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Several connections that ask for some time, as fast as they are answered or at a given rate. */
final class Asking {
  private final URI address;
  private final int connections;
  private final IntFunction<byte[]> requests;
  private final int expected;

  /**
   * @param requests the request of a number
   * @param expected the status that every answer must have
   */
  Asking(URI address, int connections, IntFunction<byte[]> requests, int expected) {
    this.address = address;
    this.connections = connections;
    this.requests = requests;
    this.expected = expected;
  }

  /** What was answered within the window, in order of latency; nanoseconds. */
  record Answers(long[] latencies) {
    double quantile(double share) {
      if (latencies.length == 0) return 0;
      return latencies[(int) Math.min(latencies.length - 1, share * latencies.length)] / 1e6;
    }
  }

  /**
   * @param perSecond how many are asked in a second over all connections, each counted from the
   *     moment it was due; 0: as many as are answered
   */
  Answers run(Duration window, double perSecond) throws Exception {
    ConcurrentLinkedQueue<List<Long>> all = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
    AtomicLong number = new AtomicLong();
    long begin = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  all.add(ask(begin, begin + window.toNanos(), perSecond, number));
                } catch (Exception e) {
                  failures.add(e);
                }
              }));
    }
    for (Thread thread : threads) thread.join();
    if (!failures.isEmpty()) throw failures.peek();
    return new Answers(
        all.stream().flatMap(List::stream).mapToLong(Long::longValue).sorted().toArray());
  }

  private List<Long> ask(long begin, long end, double perSecond, AtomicLong numbers)
      throws IOException, InterruptedException {
    List<Long> latencies = new ArrayList<>();
    try (HttpPipe pipe = new HttpPipe(address)) {
      for (; ; ) {
        long number = numbers.getAndIncrement();
        long due = perSecond == 0 ? System.nanoTime() : begin + (long) (number * 1e9 / perSecond);
        if (due >= end) return latencies;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        int status = pipe.ask(requests.apply((int) number));
        if (status != expected) throw new IOException("Answered " + status);
        latencies.add(System.nanoTime() - due);
      }
    }
  }
}
