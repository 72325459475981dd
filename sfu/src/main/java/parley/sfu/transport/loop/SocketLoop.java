package parley.sfu.transport.loop;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketPool;
import parley.sfu.transport.Cancellable;
import parley.sfu.transport.MediaLoop;
import parley.sfu.transport.net.UdpSocket;

/**
 * The loop over a real socket. A turn is: datagrams, tasks, timers, then everything that they want
 * to send at once. No exception ends it.
 */
public final class SocketLoop implements MediaLoop {
  private static final long LONGEST_SLEEP_NANOS = 1_000_000_000L;
  private static final int TASKS_A_TURN = 1024;
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 10;

  private final PacketPool pool;
  private final Drops drops;
  private final UdpSocket socket;
  private final FailureLog failures = new FailureLog();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asleep = new AtomicBoolean();
  private final LoopTimers timers = new LoopTimers();
  private List<Runnable> atTurnsEnd = new ArrayList<>();
  private List<Runnable> running = new ArrayList<>();
  private volatile @Nullable Thread thread;
  private volatile boolean closed;

  /** A loop that does not run yet. */
  public SocketLoop(PacketPool pool, Drops drops, UdpSocket socket) {
    this.pool = pool;
    this.drops = drops;
    this.socket = socket;
  }

  /** Begins to run. */
  public void start(String name, UdpSocket.Receiver receiver) {
    Thread fresh = new Thread(() -> run(receiver), name);
    fresh.setDaemon(true);
    thread = fresh;
    fresh.start();
  }

  /** The socket it turns around. */
  public UdpSocket socket() {
    return socket;
  }

  /** Where exceptions are logged. */
  public FailureLog failures() {
    return failures;
  }

  @Override
  public PacketPool pool() {
    return pool;
  }

  @Override
  public Drops drops() {
    return drops;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public boolean inLoop() {
    return Thread.currentThread().equals(thread);
  }

  @Override
  public void execute(Runnable task) {
    if (closed) {
      return;
    }
    tasks.add(task);
    if (asleep.get() && asleep.compareAndSet(true, false)) {
      socket.wakeUp();
    }
  }

  /** Runs the task at once if the caller is on the loop, else as {@link #execute}. */
  public void executeNow(Runnable task) {
    if (inLoop()) {
      task.run();
    } else {
      execute(task);
    }
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    LoopTimers.Timer timer = new LoopTimers.Timer(nanoTime() + delay.toNanos(), task);
    if (inLoop()) {
      timers.add(timer);
    } else {
      execute(() -> timers.add(timer));
    }
    return timer;
  }

  /** Runs this once, after the tasks of this turn and before its packets leave. On the loop. */
  public void atTurnsEnd(Runnable last) {
    atTurnsEnd.add(last);
  }

  private void run(UdpSocket.Receiver receiver) {
    while (!closed) {
      try {
        turn(receiver);
      } catch (Throwable failure) {
        drops.count(DropReason.FAILURE);
        failures.report("a turn of the media loop", failure);
        pause();
      }
    }
    while (runTasks()) {
      finishTurn();
    }
    finishTurn();
    socket.close();
  }

  private void turn(UdpSocket.Receiver receiver) throws IOException {
    int received = socket.receive(receiver);
    boolean tasksLeft = runTasks();
    timers.run(nanoTime(), this::guarded);
    finishTurn();
    if (received < UdpSocket.BATCH && !tasksLeft) {
      sleep();
    }
  }

  private boolean runTasks() {
    for (int i = 0; i < TASKS_A_TURN; i++) {
      Runnable task = tasks.poll();
      if (task == null) {
        return false;
      }
      guarded(task);
    }
    return true;
  }

  private void finishTurn() {
    while (!atTurnsEnd.isEmpty()) {
      List<Runnable> now = atTurnsEnd;
      atTurnsEnd = running;
      running = now;
      now.forEach(this::guarded);
      now.clear();
    }
    socket.flush();
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) {
      drops.count(DropReason.FAILURE);
      failures.report("a task on the media loop", failure);
    }
  }

  /** Says that it sleeps before it looks for tasks once more, so that none is overslept. */
  private void sleep() throws IOException {
    long nanos = timers.untilNext(nanoTime(), LONGEST_SLEEP_NANOS);
    if (nanos == 0) {
      return;
    }
    asleep.set(true);
    if (tasks.isEmpty() && !closed) {
      socket.await(nanos);
    }
    asleep.set(false);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Runs what was given so far, then ends and closes the socket. Waits for it unless called on the
   * loop.
   */
  public void close() {
    closed = true;
    socket.wakeUp();
    Thread running = thread;
    if (running == null) {
      socket.close();
    } else if (!inLoop()) {
      try {
        running.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
