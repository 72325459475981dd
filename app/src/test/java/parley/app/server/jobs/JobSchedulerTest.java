package parley.app.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parley.app.testing.TestDatabase;

class JobSchedulerTest {
  private final TestDatabase database = TestDatabase.fresh();

  @Test
  void runsATaskThatIsDueAsTheApplicationsRole() throws Exception {
    var ran = new CountDownLatch(1);
    JobScheduler scheduler = scheduler(Duration.ofMillis(1), ran::countDown);
    scheduler.start();
    try {
      assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      scheduler.stop();
    }
  }

  @Test
  void ofTwoNodesOneDoesTheWork() throws Exception {
    var times = new AtomicInteger();
    var ran = new CountDownLatch(1);
    Runnable work =
        () -> {
          times.incrementAndGet();
          ran.countDown();
        };
    JobScheduler one = scheduler(Duration.ofHours(1), work);
    JobScheduler other = scheduler(Duration.ofHours(1), work);
    one.start();
    other.start();
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    // Stopping waits for what is running; afterwards nothing more can come.
    one.stop();
    other.stop();
    assertThat(times).hasValue(1);
  }

  @Test
  void aTaskThatADeadNodeHeldIsTakenOverWithinAMinuteOrTwo() throws Exception {
    var ran = new CountDownLatch(1);
    JobScheduler dead = scheduler(Duration.ofMillis(1), () -> {});
    dead.start();
    dead.stop();
    try (Connection connection = database.app().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          UPDATE scheduled_tasks SET picked = true, picked_by = 'dead', execution_time = now() - interval '2 minutes',
            last_heartbeat = now() - interval '70 seconds'
          """);
    }
    JobScheduler next = scheduler(Duration.ofMillis(1), ran::countDown);
    next.start();
    try {
      assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      next.stop();
    }
  }

  @Test
  void tasksCarryNoData() {
    var serializer = new NoTaskData();
    assertThat(serializer.serialize(null)).isNull();
    assertThat(serializer.deserialize(Object.class, new byte[] {(byte) 0xac, (byte) 0xed}))
        .isNull();
    assertThatIllegalArgumentException().isThrownBy(() -> serializer.serialize("anything"));
  }

  private JobScheduler scheduler(Duration pause, Runnable work) {
    RecurringTask<Void> task =
        Tasks.recurring("a-task", FixedDelay.of(pause)).execute((instance, context) -> work.run());
    return new JobScheduler(database.app(), List.of(task), Clock.systemUTC(), true);
  }
}
