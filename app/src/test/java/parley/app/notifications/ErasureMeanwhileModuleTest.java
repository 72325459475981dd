package parley.app.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;

@ParleyTest
class ErasureMeanwhileModuleTest {
  @LocalServerPort int port;
  @Autowired NotificationPersonalData personal;
  @Autowired OccasionRepository repository;
  @Autowired Occasions occasions;
  @Autowired Telling telling;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;

  /** Whoever is being told while they are erased keeps nothing of it. */
  @Test
  void whatIsToldMeanwhileGoesToo() throws Exception {
    database.empty();
    People people = new People(port, jdbc);
    UUID ada = people.id(people.verified("ada@example.org"));
    occasions.add(
        new Occasion("late", NotificationType.SECURITY, Set.of(ada), Map.of("event", "restored")));
    var told = new CountDownLatch(1);
    try (var node = Executors.newSingleThreadExecutor()) {
      var telling = node.submit(() -> tellSlowly(told));
      told.await();
      personal.erase(ada);
      telling.get();
    }
    assertThat(jdbc.sql("SELECT count(*) FROM notifications").query(Integer.class).single())
        .isZero();
  }

  /** Ends once somebody waits for a lock of ours. */
  private void tellSlowly(CountDownLatch told) {
    transaction.executeWithoutResult(status -> {
      var held = repository.hold(clock.instant()).orElseThrow();
      telling.tell(held.occasion());
      told.countDown();
      while (!jdbc.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
          .query(Boolean.class)
          .single()) {
        Thread.onSpinWait();
      }
      repository.told(held.id(), clock.instant());
    });
  }
}
