package parley.app.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.shared.PersonalData;
import parley.app.shared.PersonalRows;
import parley.app.testing.OpenPage;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import parley.app.users.ExportReady;
import tools.jackson.databind.JsonNode;

@ParleyTest
class NotificationsModuleTest {

  @LocalServerPort int port;
  @Autowired Delivery delivery;
  @Autowired ReminderRound reminders;
  @Autowired Occasions occasions;
  @Autowired OccasionRound round;
  @Autowired NotificationTidy tidy;
  @Autowired NotificationPersonalData personalData;
  @Autowired PersonalRows rows;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;

  private People people;
  private Visitor host;
  private Visitor guest;

  @BeforeEach
  void twoPeople() {
    database.empty();
    people = new People(port, jdbc);
    host = people.verified("host@example.org");
    guest = people.verified("guest@example.org");
    jdbc.sql("DELETE FROM outgoing_mails").update();
  }

  @Test
  void aCancelledMeetingIsToldToItsPeopleButNotToWhoCancelledIt() {
    String[] meeting = people.meeting(host, clock.instant().plus(Duration.ofDays(2)));
    people.invite(meeting[0], guest);
    assertThat(host.delete("/api/v1/meetings/" + meeting[1]).status()).isBetween(200, 204);
    delivery.run();
    assertThat(people.told(guest))
        .containsExactly("meeting_cancelled email", "meeting_cancelled inapp");
    assertThat(people.told(host)).isEmpty();
    JsonNode shown = guest.get("/api/v1/notifications").json().path("items").get(0);
    assertThat(shown.path("title").asString()).isEqualTo("Design review was cancelled");
    assertThat(shown.path("path").asString()).isEqualTo("/home");
    assertThat(shown.path("payload").path("meetingTitle").asString()).isEqualTo("Design review");
  }

  @Test
  void aMovedMeetingIsToldWithBothTimesAndAnotherChangeIsNot() {
    Instant first = clock.instant().plus(Duration.ofDays(2));
    String[] meeting = people.meeting(host, first);
    people.invite(meeting[0], guest);
    host.patch("/api/v1/meetings/" + meeting[1], Map.of("isLocked", true));
    delivery.run();
    assertThat(people.told(guest)).isEmpty();
    Instant second = first.plus(Duration.ofHours(1));
    host.patch("/api/v1/meetings/" + meeting[1], Map.of("startsAt", second.toString()));
    delivery.run();
    JsonNode shown = guest.get("/api/v1/notifications").json().path("items").get(0);
    assertThat(shown.path("type").asString()).isEqualTo("meeting_changed");
    assertThat(shown.path("payload").path("startsAt").asString()).isEqualTo(second.toString());
    assertThat(shown.path("payload").path("startedAt").asString()).isEqualTo(first.toString());
  }

  @Test
  void aMeetingIsRemindedOfOnceTenMinutesBefore() {
    Instant start = clock.instant().plus(Duration.ofMinutes(30));
    String[] meeting = people.meeting(host, start);
    people.invite(meeting[0], guest);
    remind();
    assertThat(people.told(host)).isEmpty();
    clock.advance(Duration.ofMinutes(20));
    remind();
    remind();
    clock.advance(Duration.ofMinutes(5));
    remind();
    assertThat(people.told(host)).containsExactly("meeting_reminder inapp");
    assertThat(people.told(guest)).containsExactly("meeting_reminder inapp");
    assertThat(title(guest)).isEqualTo("Design review starts in 5 minutes");
    clock.advance(Duration.ofHours(1));
    remind();
    assertThat(people.told(host)).hasSize(1);
  }

  @Test
  void aMeetingThatIsMovedIsRemindedOfAgainAndACancelledOneIsNot() {
    Instant start = clock.instant().plus(Duration.ofMinutes(5));
    String[] meeting = people.meeting(host, start);
    String[] other = people.meeting(host, start);
    host.delete("/api/v1/meetings/" + other[1]);
    remind();
    assertThat(people.told(host)).hasSize(1);
    Instant later = start.plus(Duration.ofHours(1));
    host.patch("/api/v1/meetings/" + meeting[1], Map.of("startsAt", later.toString()));
    clock.advance(Duration.ofHours(1));
    remind();
    assertThat(people.told(host)).hasSize(2);
  }

  @Test
  void whoIsThereAlreadyIsNotReminded() {
    String[] meeting = people.meeting(host, clock.instant().plus(Duration.ofMinutes(5)));
    people.invite(meeting[0], guest);
    jdbc.sql("UPDATE meeting_participants SET joined_at = now()").update();
    remind();
    assertThat(people.told(guest)).isEmpty();
    assertThat(people.told(host)).hasSize(1);
  }

  @Test
  void whoWasRemovedFromAMeetingHearsNoMoreOfIt() {
    String[] meeting = people.meeting(host, clock.instant().plus(Duration.ofDays(2)));
    people.invite(meeting[0], guest);
    jdbc.sql("UPDATE meeting_participants SET was_removed = true").update();
    host.delete("/api/v1/meetings/" + meeting[1]);
    delivery.run();
    assertThat(people.told(guest)).isEmpty();
  }

  @Test
  void onlyALogInFromAFurtherDeviceIsNews() {
    delivery.run();
    assertThat(people.told(host)).isEmpty();
    new Visitor(port)
        .with("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36")
        .post(
            "/api/v1/sessions",
            Map.of("email", "host@example.org", "password", "correct horse battery"));
    delivery.run();
    assertThat(people.told(host)).containsExactly("security inapp");
    JsonNode shown = host.get("/api/v1/notifications").json().path("items").get(0);
    assertThat(shown.path("text").asString())
        .startsWith("Chrome on Windows logged in to your account, from 127.0.0.1.");
  }

  @Test
  void anArchiveThatIsReadyIsTold() {
    UUID hostId = people.id(host);
    var ready = new ExportReady(hostId, UUID.randomUUID(), clock.instant());
    transaction.executeWithoutResult(status -> events.publishEvent(ready));
    delivery.run();
    assertThat(people.told(host)).containsExactly("account inapp");
    JsonNode shown = host.get("/api/v1/notifications").json().path("items").get(0);
    assertThat(shown.path("path").asString()).isEqualTo("/account/privacy");
  }

  @Test
  void whatIsRolledBackIsToldToNobody() {
    transaction.executeWithoutResult(status -> {
      occasions.add(occasion("gone", people.id(host)));
      status.setRollbackOnly();
    });
    delivery.run();
    assertThat(people.told(host)).isEmpty();
  }

  @Test
  void manyNodesTellEachPersonOnce() throws Exception {
    UUID hostId = people.id(host);
    UUID guestId = people.id(guest);
    // The same occasions noticed by all of them, and told by all of them at the same time.
    Callable<Integer> node =
        () -> {
          IntStream.range(0, 25).forEach(i -> occasions.add(occasion("o" + i, hostId, guestId)));
          delivery.run();
          return round.run();
        };
    try (var nodes = Executors.newFixedThreadPool(6)) {
      for (var one : nodes.invokeAll(Stream.generate(() -> node).limit(6).toList())) {
        one.get();
      }
    }
    for (Visitor person : List.of(host, guest)) {
      assertThat(people.told(person)).hasSize(50);
      assertThat(unread(person)).isEqualTo(25);
    }
    assertThat(mails()).isEqualTo(50);
  }

  @Test
  void anOccasionThatCannotBeToldHoldsUpNoOtherAndIsTriedAgain() {
    occasions.add(occasion("first", people.id(host)));
    occasions.add(occasion("second", people.id(host)));
    var owner = JdbcClient.create(database.owner());
    owner
        .sql("ALTER TABLE notifications ADD CONSTRAINT not_yet CHECK (occasion_key <> 'first')")
        .update();
    delivery.run();
    assertThat(keys()).containsExactly("second");
    owner.sql("ALTER TABLE notifications DROP CONSTRAINT not_yet").update();
    delivery.run();
    assertThat(keys()).containsExactly("second");
    clock.advance(Duration.ofMinutes(1));
    delivery.run();
    assertThat(keys()).containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void twoTabsCountTheSame() {
    occasions.add(occasion("one", people.id(host)));
    delivery.run();
    JsonNode summary = host.get("/api/v1/notifications/summary").json();
    assertThat(summary.path("unread").asInt()).isEqualTo(1);
    String topic = summary.path("updates").path("topic").asString();
    long seq = summary.path("updates").path("seq").asLong();
    try (OpenPage left = open(host).subscribe(topic, seq);
        OpenPage right = open(host).subscribe(topic, seq)) {
      clock.advance(Duration.ofSeconds(1));
      occasions.add(occasion("two", people.id(host)));
      delivery.run();
      for (OpenPage tab : List.of(left, right)) {
        JsonNode added = tab.next("update");
        assertThat(added.path("kind").asString()).isEqualTo("notification.added");
        assertThat(added.path("data").path("unread").asInt()).isEqualTo(2);
        assertThat(added.path("data").path("id").asString()).isEqualTo(newest(host));
      }
      host.post("/api/v1/notifications/" + newest(host) + "/read", "");
      assertThat(left.next("update").path("data").path("unread").asInt()).isEqualTo(1);
      assertThat(right.next("update").path("data").path("unread").asInt()).isEqualTo(1);
      host.post("/api/v1/notifications/read", "{}");
      assertThat(left.next("update").path("data").path("unread").asInt()).isZero();
      assertThat(right.next("update").path("data").path("unread").asInt()).isZero();
    }
  }

  @Test
  void allReadMeansAllThatWasSeen() {
    occasions.add(occasion("seen", people.id(host)));
    delivery.run();
    String seen = newest(host);
    clock.advance(Duration.ofSeconds(1));
    occasions.add(occasion("since", people.id(host)));
    delivery.run();
    host.post("/api/v1/notifications/read", Map.of("upTo", seen));
    assertThat(unread(host)).isEqualTo(1);
    assertThat(newest(host)).isNotEqualTo(seen);
  }

  @Test
  void anotherPersonsNotificationsAreNotThere() {
    occasions.add(occasion("mine", people.id(host)));
    delivery.run();
    assertThat(guest.post("/api/v1/notifications/" + newest(host) + "/read", "").status())
        .isEqualTo(404);
    assertThat(guest.get("/api/v1/notifications").json().path("items")).isEmpty();
    assertThat(unread(host)).isEqualTo(1);
  }

  @Test
  void theHistoryComesPageByPage() {
    for (int i = 0; i < 7; i++) {
      occasions.add(occasion("o" + i, people.id(host)));
      clock.advance(Duration.ofSeconds(1));
    }
    delivery.run();
    JsonNode first = host.get("/api/v1/notifications?limit=5").json();
    assertThat(first.path("items")).hasSize(5);
    JsonNode second =
        host.get("/api/v1/notifications?limit=5&cursor=" + first.path("nextCursor").asString())
            .json();
    assertThat(second.path("items")).hasSize(2);
    assertThat(second.path("nextCursor").isNull()).isTrue();
  }

  @Test
  void preferencesAreKeptToAndWhatHasToBeSaidCannotBeRefused() {
    assertThat(prefer("meeting_cancelled", "email", false)).isEqualTo(204);
    assertThat(prefer("meeting_cancelled", "inapp", false)).isEqualTo(204);
    assertThat(prefer("security", "email", false)).isEqualTo(409);
    assertThat(prefer("security", "carrier pigeon", false)).isEqualTo(400);
    assertThat(prefer("weather", "email", false)).isEqualTo(400);
    String[] meeting = people.meeting(host, clock.instant().plus(Duration.ofDays(2)));
    people.invite(meeting[0], guest);
    host.delete("/api/v1/meetings/" + meeting[1]);
    delivery.run();
    assertThat(people.told(guest)).isEmpty();
    JsonNode grid = guest.get("/api/v1/notifications/preferences").json();
    assertThat(grid.path("mail").asString()).isEqualTo("ok");
    assertThat(grid.path("items"))
        .anySatisfy(field -> {
          assertThat(field.path("type").asString()).isEqualTo("security");
          assertThat(field.path("fixed").asBoolean()).isTrue();
        });
  }

  @Test
  void whoIsSuspendedIsToldByMailOnly() {
    jdbc.sql("UPDATE users SET status = 'suspended' WHERE email = 'guest@example.org'").update();
    UUID guestId =
        jdbc.sql("SELECT id FROM users WHERE email = 'guest@example.org'")
            .query(UUID.class)
            .single();
    occasions.add(occasion("suspended", guestId));
    delivery.run();
    assertThat(jdbc.sql("SELECT channel FROM notifications").query(String.class).list())
        .containsExactly("email");
    assertThat(mails()).isEqualTo(1);
  }

  @Test
  void aRowOfTheSchemaAloneIsShownAndMailed() {
    jdbc.sql(
            """
            INSERT INTO notifications (id, user_id, type, payload, channel)
            SELECT gen_random_uuid(), :user, 'payment', '{"title":"Paid","text":"Thank you."}', channel
            FROM unnest(ARRAY['inapp', 'email']) AS channel
            """)
        .param("user", people.id(host))
        .update();
    delivery.run();
    assertThat(title(host)).isEqualTo("Paid");
    assertThat(mails()).isEqualTo(1);
  }

  @Test
  void whatIsOldIsForgotten() {
    UUID guestId = people.id(guest);
    occasions.add(occasion("read", people.id(host)));
    delivery.run();
    host.post("/api/v1/notifications/read", "{}");
    clock.advance(Duration.ofDays(31));
    occasions.add(occasion("unread", guestId));
    delivery.run();
    tidy.run();
    assertThat(
            jdbc.sql("SELECT occasion_key FROM notifications WHERE channel = 'inapp'")
                .query(String.class)
                .list())
        .containsExactly("unread");
    clock.advance(Duration.ofDays(91));
    tidy.run();
    assertThat(jdbc.sql("SELECT count(*) FROM notifications").query(Integer.class).single())
        .isZero();
  }

  @Test
  void everythingOfAPersonIsExportedAndErased() {
    PersonalData room = personalData;
    prefer("meeting_reminder", "push", false);
    occasions.add(occasion("one", people.id(guest)));
    delivery.run();
    occasions.add(occasion("waiting", people.id(guest), people.id(host)));
    assertThat(rows.count(room, people.id(guest))).isEqualTo(3);
    room.erase(people.id(guest));
    assertThat(rows.count(room, people.id(guest))).isZero();
    assertThat(
            jdbc.sql("SELECT people FROM notification_occasions WHERE told_at IS NULL")
                .query(String.class)
                .single())
        .isEqualTo("{" + people.id(host) + "}");
  }

  private void remind() {
    reminders.run();
    delivery.run();
  }

  private static Occasion occasion(String key, UUID... people) {
    return new Occasion(
        key, NotificationType.SECURITY, Set.of(people), Map.of("event", "restored"));
  }

  private int prefer(String type, String channel, boolean wanted) {
    return guestPut(Map.of("type", type, "channel", channel, "wanted", wanted));
  }

  private int guestPut(Map<String, Object> body) {
    return guest.put("/api/v1/notifications/preferences", body).status();
  }

  private OpenPage open(Visitor visitor) {
    return new OpenPage(
        port,
        Map.of(
            "Cookie",
            "parley_session=" + visitor.cookie("parley_session").orElseThrow(),
            "Origin",
            "http://localhost:" + port));
  }

  private static int unread(Visitor visitor) {
    return visitor.get("/api/v1/notifications/summary").json().path("unread").asInt();
  }

  private static String newest(Visitor visitor) {
    return visitor.get("/api/v1/notifications").json().path("items").get(0).path("id").asString();
  }

  private static String title(Visitor visitor) {
    return visitor
        .get("/api/v1/notifications")
        .json()
        .path("items")
        .get(0)
        .path("title")
        .asString();
  }

  private List<String> keys() {
    return jdbc.sql("SELECT occasion_key FROM notifications WHERE channel = 'inapp'")
        .query(String.class)
        .list();
  }

  private int mails() {
    return jdbc.sql("SELECT count(*) FROM outgoing_mails").query(Integer.class).single();
  }
}
