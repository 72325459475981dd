package parley.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many things begun at the same moment. */
public final class Together {
  private Together() {}

  /** What each of these came to, in their order; each has begun before any is awaited. */
  public static <T> List<T> run(List<Callable<T>> deeds) {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> begun = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Callable<T> deed : deeds) {
        begun.add(
            threads.submit(() -> {
              start.await();
              return deed.call();
            }));
      }
      start.countDown();
    }
    return begun.stream().map(Together::result).toList();
  }

  /** As {@link #run(List)}, of the deeds 0 to {@code count - 1}. */
  public static <T> List<T> run(int count, IntFunction<T> deed) {
    return run(
        IntStream.range(0, count)
            .mapToObj(number -> (Callable<T>) () -> deed.apply(number))
            .toList());
  }

  private static <T> T result(Future<T> done) {
    try {
      return done.get();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    }
  }
}
