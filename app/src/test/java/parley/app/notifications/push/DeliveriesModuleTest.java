package parley.app.notifications.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.testing.Overlap;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

/** Who takes which deliveries, when many take at once. */
@ParleyTest
class DeliveriesModuleTest {
  private static final int OF_ONE = 4;

  @LocalServerPort int port;
  @Autowired DeliveryRepository deliveries;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;
  @Autowired TransactionTemplate transaction;
  @Autowired PushDevices devices;
  @Autowired TestClock clock;

  private UUID ann = new UUID(0, 0);
  private UUID bob = new UUID(0, 0);

  @BeforeEach
  void twoPeople() {
    database.empty();
    ann = withDevice("ann@example.org");
    bob = withDevice("bob@example.org");
  }

  @Test
  void nobodyWaitsForWhatAnotherTakesAndNothingIsTakenTwice() throws Exception {
    for (int i = 0; i < 3; i++) {
      due(ann);
      due(bob);
    }
    Set<UUID> first = new java.util.HashSet<>();
    Callable<List<DeliveryRepository.Taken>> second = () -> take(16);
    List<DeliveryRepository.Taken> rest =
        new Overlap(transaction, database)
            .run(
                () -> take(2).forEach(one -> first.add(one.notificationId())),
                second,
                () -> {
                  assertThat(waiting()).isZero();
                });
    assertThat(first).hasSize(2);
    assertThat(rest).hasSize(4);
    assertThat(ids(rest)).doesNotContainAnyElementsOf(first);
  }

  @Test
  void onePersonGetsFourPlacesHoweverMuchIsDue() {
    for (int i = 0; i < 10; i++) {
      due(ann);
    }
    due(bob);
    List<DeliveryRepository.Taken> taken = take(16);
    assertThat(taken.stream().filter(one -> one.userId().equals(ann))).hasSize(OF_ONE);
    assertThat(taken.stream().filter(one -> one.userId().equals(bob))).hasSize(1);
  }

  @Test
  void ofMoreThanTwentyDevicesTheOldestGoes() {
    for (int i = 0; i < 20; i++) {
      URI endpoint = URI.create("https://push.example.org/" + i);
      var device = new PushDevice(UUID.randomUUID(), ann, endpoint, new byte[65], new byte[16]);
      clock.advance(Duration.ofSeconds(1));
      devices.keep(ann, device, "Browser " + i);
    }
    assertThat(
            jdbc.sql("SELECT name FROM push_devices WHERE user_id = :ann")
                .param("ann", ann)
                .query(String.class)
                .list())
        .hasSize(20)
        .contains("Browser 0")
        .doesNotContain("A browser");
  }

  private List<DeliveryRepository.Taken> take(int most) {
    Instant now = clock.instant();
    return deliveries.take(most, OF_ONE, Set.of(), now, now.plus(Duration.ofMinutes(2)));
  }

  private static Set<UUID> ids(List<DeliveryRepository.Taken> taken) {
    return taken.stream().map(DeliveryRepository.Taken::notificationId).collect(Collectors.toSet());
  }

  private long waiting() {
    return JdbcClient.create(database.owner())
        .sql(
            """
            SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE NOT granted AND datname = current_database()
            """)
        .query(Long.class)
        .single();
  }

  private UUID withDevice(String email) {
    UUID id = Staffing.idOf(new Visitor(port).signUp(email));
    jdbc.sql(
            """
            INSERT INTO push_devices (id, user_id, session_id, endpoint, endpoint_hash, public_key, auth_secret, name,
              created_at)
            SELECT id, id, id, 'https://push.example.org/' || email, convert_to(email, 'UTF8'), :key, :auth, 'A browser',
              created_at
            FROM users WHERE id = :id
            """)
        .param("key", new byte[65])
        .param("auth", new byte[16])
        .param("id", id)
        .update();
    return id;
  }

  private void due(UUID userId) {
    UUID notification = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO notifications (id, user_id, type, channel) VALUES (:id, :user, 'system', 'push')
            """)
        .param("id", notification)
        .param("user", userId)
        .update();
    Instant now = clock.instant();
    deliveries.insert(userId, notification, now, now.plus(Duration.ofHours(1)));
  }
}
