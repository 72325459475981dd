package parley.sfu;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketPool;
import parley.sfu.transport.Cancellable;
import parley.sfu.transport.MediaLoop;

/** A loop whose time passes only when told. */
final class FakeLoop implements MediaLoop {
  private record Task(long at, long order, Runnable deed) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
  private final PacketPool pool = new PacketPool(65_536);
  private final Drops drops = new Drops();
  private long now = 1_000_000_000_000L;
  private long order;

  void run(Duration time) {
    long end = now + time.toNanos();
    while (!tasks.isEmpty() && tasks.peek().at <= end) {
      Task task = tasks.remove();
      now = Math.max(now, task.at);
      task.deed.run();
    }
    now = end;
  }

  void at(long delayNanos, Runnable deed) {
    tasks.add(new Task(now + delayNanos, order++, deed));
  }

  @Override
  public void execute(Runnable task) {
    at(0, task);
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable deed) {
    Task task = new Task(now + delay.toNanos(), order++, deed);
    tasks.add(task);
    return () -> tasks.removeIf(one -> one.order == task.order);
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public boolean inLoop() {
    return true;
  }

  @Override
  public PacketPool pool() {
    return pool;
  }

  @Override
  public Drops drops() {
    return drops;
  }
}
