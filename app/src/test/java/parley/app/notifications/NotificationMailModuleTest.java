package parley.app.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.mail.MailAccepted;
import parley.app.mail.MailGivenUp;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

@ParleyTest
class NotificationMailModuleTest {
  @LocalServerPort int port;
  @Autowired Delivery delivery;
  @Autowired OccasionRound tellings;
  @Autowired Occasions occasions;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient jdbc;
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
  void theMailSaysWhatHappenedAndHowToHearLess() {
    cancelAMeeting();
    Map<String, Object> mail = mail();
    assertThat(mail.get("recipient")).isEqualTo("guest@example.org");
    assertThat(mail.get("subject")).isEqualTo("Design review was cancelled");
    assertThat((String) mail.get("text_body"))
        .contains("It would have started on ")
        .contains("No more mails like this: http://localhost:")
        .contains("/account/notifications");
    assertThat((String) mail.get("unsubscribe_url")).contains("/unsubscribe/");
  }

  @Test
  void oneClickEndsSuchMailsWithoutACookieAndLookingChangesNothing() {
    cancelAMeeting();
    String url = (String) mail().get("unsubscribe_url");
    String token = url.substring(url.lastIndexOf('/') + 1);
    Visitor program = new Visitor(port);
    assertThat(program.get("/api/v1/unsubscribe/" + token).json().path("type").asString())
        .isEqualTo("meeting_cancelled");
    Visitor.Answer page = program.get("/unsubscribe/" + token);
    assertThat(page.status()).isEqualTo(303);
    assertThat(page.header("Location")).isEqualTo("/unsubscribe#token=" + token);
    assertThat(preferences()).isZero();
    assertThat(
            program
                .with("Origin", "https://mail.example.com")
                .post("/unsubscribe/" + token, "List-Unsubscribe=One-Click")
                .status())
        .isEqualTo(204);
    assertThat(preferences()).isEqualTo(1);
    jdbc.sql("DELETE FROM outgoing_mails").update();
    cancelAMeeting();
    assertThat(jdbc.sql("SELECT count(*) FROM outgoing_mails").query(Integer.class).single())
        .isZero();
    assertThat(people.told(guest)).contains("meeting_cancelled inapp");
  }

  @Test
  void aLinkWithOneLetterChangedEndsNothing() {
    cancelAMeeting();
    String url = (String) mail().get("unsubscribe_url");
    String token = url.substring(url.lastIndexOf('/') + 1);
    Visitor program = new Visitor(port);
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String forged = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(program.post("/api/v1/unsubscribe/" + forged, "{}").status())
          .as("letter %d", i)
          .isEqualTo(404);
    }
    assertThat(preferences()).isZero();
  }

  @Test
  void onlyAProvenAddressGetsWhatMayBeRefused() {
    jdbc.sql("UPDATE users SET email_verified = false").update();
    cancelAMeeting();
    assertThat(jdbc.sql("SELECT count(*) FROM outgoing_mails").query(Integer.class).single())
        .isZero();
    assertThat(mailing().get("given_up_at")).isNotNull();
    occasions.add(
        new Occasion(
            "restored",
            NotificationType.SECURITY,
            Set.of(people.id(guest)),
            Map.of("event", "restored")));
    delivery.run();
    assertThat(mail().get("subject")).isEqualTo("Your account is open again");
    assertThat(mail().get("unsubscribe_url")).isNull();
  }

  /** What {@code login} writes itself, with its own link, is not mailed twice. */
  @Test
  void aLogInElsewhereIsMailedByLogInOnly() {
    new Visitor(port)
        .post(
            "/api/v1/sessions",
            Map.of("email", "guest@example.org", "password", "correct horse battery"));
    delivery.run();
    assertThat(people.told(guest)).containsExactly("security inapp");
  }

  @Test
  void aDeadAddressGetsNoMore() {
    cancelAMeeting();
    UUID mailId = (UUID) mailing().get("mail_id");
    events.publishEvent(new MailGivenUp(mailId, "The mail server answered 550."));
    assertThat(mailing().get("given_up_at")).isNotNull();
    assertThat(mailing().get("last_error")).isEqualTo("The mail server answered 550.");
    assertThat(mailing().get("sent")).isEqualTo(false);
  }

  @Test
  void itIsSentWhenAServerHasTakenIt() {
    cancelAMeeting();
    assertThat(mailing().get("sent")).isEqualTo(false);
    events.publishEvent(new MailAccepted((UUID) mailing().get("mail_id")));
    assertThat(mailing().get("sent")).isEqualTo(true);
    assertThat(mailing().get("sent_at")).isNotNull();
  }

  @Test
  void aDayOfAnotherYearIsToldWithItsYear() {
    String[] meeting = people.meeting(host, Instant.parse("2031-03-04T09:00:00Z"));
    people.invite(meeting[0], guest);
    host.delete("/api/v1/meetings/" + meeting[1]);
    delivery.run();
    assertThat((String) mail().get("text_body"))
        .contains("It would have started on Tuesday 4 March 2031, 09:00 UTC.");
  }

  /** Dangers 16 and 46: a title that would be a header stays words. */
  @Test
  void aTitleCannotAddAHeader() {
    String[] meeting = people.meeting(host, clock.instant().plus(Duration.ofDays(1)));
    people.invite(meeting[0], guest);
    jdbc.sql("UPDATE meetings SET title = :title")
        .param("title", "Review\r\nBcc: eve@example.org\r\n\r\n<script>alert(1)</script>")
        .update();
    host.delete("/api/v1/meetings/" + meeting[1]);
    delivery.run();
    Map<String, Object> mail = mail();
    assertThat((String) mail.get("subject")).doesNotContain("\r").doesNotContain("\n");
    assertThat((String) mail.get("html_body")).doesNotContain("<script");
  }

  /** Controls of ISO 6429 (U+0080 to U+009F) break a header as those of ASCII do. */
  @Test
  void aTitleWithAnyControlIsMailed() {
    String[] meeting = people.meeting(host, clock.instant().plus(Duration.ofDays(1)));
    people.invite(meeting[0], guest);
    jdbc.sql("UPDATE meetings SET title = :title").param("title", "Review\u0085now").update();
    host.delete("/api/v1/meetings/" + meeting[1]);
    delivery.run();
    assertThat(mail().get("subject")).isEqualTo("Review now was cancelled");
  }

  @Test
  void oneMailThatCannotBeWrittenHoldsUpNoOther() throws Exception {
    sql(
        "ALTER TABLE outgoing_mails ADD CONSTRAINT poison CHECK (recipient <> 'guest@example.org')");
    try {
      restored("one", guest);
      clock.advance(Duration.ofSeconds(1));
      restored("two", host);
      delivery.run();
      assertThat(mail().get("recipient")).isEqualTo("host@example.org");
    } finally {
      sql("ALTER TABLE outgoing_mails DROP CONSTRAINT poison");
    }
    delivery.run();
    assertThat(mail().get("recipient")).isEqualTo("host@example.org");
    clock.advance(Duration.ofSeconds(19));
    delivery.run();
    assertThat(jdbc.sql("SELECT recipient FROM outgoing_mails").query(String.class).list())
        .containsExactlyInAnyOrder("host@example.org", "guest@example.org");
  }

  @Test
  void aMailThatCanNeverBeWrittenIsGivenUp() throws Exception {
    sql(
        "ALTER TABLE outgoing_mails ADD CONSTRAINT poison CHECK (recipient <> 'guest@example.org')");
    try {
      restored("one", guest);
      for (int i = 0; i < 20; i++) {
        assertThat(mailing().get("given_up_at")).isNull();
        delivery.run();
        clock.advance(Duration.ofHours(2));
      }
      assertThat(mailing().get("given_up_at")).isNotNull();
      assertThat((String) mailing().get("last_error")).doesNotContain("guest");
    } finally {
      sql("ALTER TABLE outgoing_mails DROP CONSTRAINT poison");
    }
    delivery.run();
    assertThat(jdbc.sql("SELECT count(*) FROM outgoing_mails").query(Integer.class).single())
        .isZero();
  }

  private void restored(String key, Visitor person) {
    occasions.add(
        new Occasion(
            key,
            NotificationType.SECURITY,
            Set.of(people.id(person)),
            Map.of("event", "restored")));
    tellings.run();
  }

  private void sql(String statement) throws SQLException {
    try (var connection = database.owner().getConnection();
        var running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private void cancelAMeeting() {
    String[] meeting = people.meeting(host, clock.instant().plus(Duration.ofDays(1)));
    people.invite(meeting[0], guest);
    assertThat(host.delete("/api/v1/meetings/" + meeting[1]).status()).isBetween(200, 204);
    delivery.run();
  }

  private Map<String, Object> mail() {
    return jdbc.sql("SELECT * FROM outgoing_mails").query().singleRow();
  }

  private Map<String, Object> mailing() {
    return jdbc.sql("SELECT * FROM notifications WHERE channel = 'email' ORDER BY id LIMIT 1")
        .query()
        .singleRow();
  }

  private int preferences() {
    return jdbc.sql("SELECT count(*) FROM notification_preferences").query(Integer.class).single();
  }
}
