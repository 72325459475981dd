package parley.sfu.transport;

import java.time.Duration;
import java.util.concurrent.Executor;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketPool;

/**
 * The one thread that owns some rooms and their transports. Datagrams, tasks and timers take turns
 * on it; packets sent in one turn leave together at its end. What a task throws is logged and
 * counted; the loop goes on.
 */
public interface MediaLoop extends Executor {
  /**
   * Runs the task on the loop, in the order given. Any thread; after the loop ended it does
   * nothing.
   */
  @Override
  void execute(Runnable task);

  /** Runs the task on the loop once, {@code delay} from now. Any thread. */
  Cancellable schedule(Duration delay, Runnable task);

  /** The loop's clock, as {@link System#nanoTime}: compare by difference only. Any thread. */
  long nanoTime();

  /** Whether the caller is on the loop. */
  boolean inLoop();

  /** The loop's buffers; on the loop only. */
  PacketPool pool();

  /** What was dropped on this loop. */
  Drops drops();
}
