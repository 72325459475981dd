package parley.sfu.transport;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs things on a loop and waits for them. */
final class Loops {
  private Loops() {}

  static <T> T on(MediaLoop loop, Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            result.complete(task.call());
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        };
    if (loop.inLoop()) {
      run.run();
    } else {
      loop.execute(run);
    }
    return await(result);
  }

  static void run(MediaLoop loop, Runnable task) {
    on(
        loop,
        () -> {
          task.run();
          return true;
        });
  }

  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(15, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
