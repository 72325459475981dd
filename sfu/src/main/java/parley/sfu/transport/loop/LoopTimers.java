package parley.sfu.transport.loop;

import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.sfu.transport.Cancellable;

/** The timers of a loop, earliest first. On the loop only, except cancelling. */
final class LoopTimers {
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private long made;

  /** One task with its time. */
  static final class Timer implements Cancellable, Comparable<Timer> {
    private final long atNanos;
    private long number;
    private volatile @Nullable Runnable task;

    Timer(long atNanos, Runnable task) {
      this.atNanos = atNanos;
      this.task = task;
    }

    @Override
    public void cancel() {
      task = null;
    }

    @Override
    public int compareTo(Timer other) {
      int byTime = Long.signum(atNanos - other.atNanos);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  void add(Timer timer) {
    timer.number = made++;
    timers.add(timer);
  }

  /** Hands out what is due. */
  void run(long nowNanos, Consumer<Runnable> runner) {
    for (Timer next = timers.peek();
        next != null && next.atNanos - nowNanos <= 0;
        next = timers.peek()) {
      timers.remove();
      Runnable task = next.task;
      if (task != null) {
        runner.accept(task);
      }
    }
  }

  /** How long until the next one, at most {@code most}. */
  long untilNext(long nowNanos, long most) {
    Timer next = timers.peek();
    return next == null ? most : Math.clamp(next.atNanos - nowNanos, 0, most);
  }
}
