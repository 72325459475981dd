package parley.sfu.transport.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketPool;
import parley.sfu.transport.Cancellable;
import parley.sfu.transport.net.UdpSockets;

@Timeout(30)
class SocketLoopTest {
  private final SocketLoop loop;

  SocketLoopTest() throws IOException {
    PacketPool pool = new PacketPool(256);
    Drops drops = new Drops();
    loop = new SocketLoop(pool, drops, UdpSockets.open(0, false, false, pool, drops));
    loop.start("test", (datagram, high, low, port) -> datagram.release());
  }

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void runsTasksOfOneThreadInOrder() throws Exception {
    List<Integer> seen = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(100_000);
    for (int i = 0; i < 100_000; i++) {
      int number = i;
      loop.execute(() -> {
        seen.add(number);
        done.countDown();
      });
    }
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).isEqualTo(IntStream.range(0, 100_000).boxed().toList());
  }

  /** Each task is given while the loop falls asleep after the one before. */
  @Test
  void noTaskIsOverslept() throws Exception {
    for (int i = 0; i < 20_000; i++) {
      CountDownLatch done = new CountDownLatch(1);
      loop.execute(done::countDown);
      assertThat(done.await(900, TimeUnit.MILLISECONDS)).isTrue();
    }
  }

  @Test
  void timersRunInTheOrderOfTheirTimes() throws Exception {
    List<Integer> seen = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(3);
    for (int delay : List.of(60, 20, 40)) {
      loop.schedule(
          Duration.ofMillis(delay),
          () -> {
            seen.add(delay);
            done.countDown();
          });
    }
    assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactly(20, 40, 60);
  }

  @Test
  void aCancelledTimerDoesNotRun() throws Exception {
    AtomicInteger ran = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1);
    Cancellable cancelled = loop.schedule(Duration.ofMillis(20), ran::incrementAndGet);
    loop.schedule(Duration.ofMillis(40), done::countDown);
    cancelled.cancel();
    cancelled.cancel();
    assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(ran).hasValue(0);
  }

  @Test
  void whatIsLeftForTheTurnsEndRunsAfterItsTasks() throws Exception {
    List<String> seen = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    loop.execute(() -> {
      loop.atTurnsEnd(() -> {
        seen.add("end");
        done.countDown();
      });
      loop.execute(() -> seen.add("next task"));
      seen.add("task");
    });
    assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactly("task", "next task", "end");
  }

  @Test
  void afterTheEndNothingRuns() {
    loop.close();
    AtomicInteger ran = new AtomicInteger();
    loop.execute(ran::incrementAndGet);
    loop.close();
    assertThat(ran).hasValue(0);
  }
}
