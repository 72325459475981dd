package parley.app.server.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the recurring tasks that rooms declare as beans. Several nodes share the table {@code
 * scheduled_tasks}: whoever picks a due row does the work.
 */
@Component
class JobScheduler implements SmartLifecycle {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  /** A node that says nothing for six of these is dead, and another takes its work. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

  private final Scheduler scheduler;
  private final boolean wanted;
  private volatile boolean running;

  /**
   * @param wanted {@code parley.jobs}; false where a test runs the tasks itself
   */
  JobScheduler(
      DataSource dataSource,
      List<RecurringTask<?>> tasks,
      Clock clock,
      @Value("${parley.jobs:true}") boolean wanted) {
    this.wanted = wanted;
    this.scheduler =
        Scheduler.create(dataSource, List.of())
            .startTasks(tasks)
            .serializer(new NoTaskData())
            .clock(clock::instant)
            .pollingInterval(Duration.ofSeconds(1))
            // One for each: a round that waits for somebody else holds up no other.
            .threads(tasks.size())
            .heartbeatInterval(SIGN_OF_LIFE)
            .shutdownMaxWait(LONGEST_STOP)
            .build();
  }

  @Override
  public void start() {
    if (wanted) {
      scheduler.start();
      running = true;
    }
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
