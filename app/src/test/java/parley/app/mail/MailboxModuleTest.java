package parley.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

@ParleyTest
class MailboxModuleTest {
  @LocalServerPort int port;
  @Autowired Mails mails;
  @Autowired MailRound round;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;
  @Autowired TestClock clock;

  private Visitor admin = new Visitor(0);
  private UUID adminId = new UUID(0, 0);

  @BeforeEach
  void anAdministrator() {
    database.empty();
    admin = new Visitor(port).signUp("admin@example.org");
    adminId = UUID.fromString(admin.get("/api/v1/users/me").json().path("id").asString());
    Staffing.give(jdbc, adminId, "admin");
  }

  @Test
  void withoutAServerTheAdministratorReadsWhatWouldHaveBeenSent() {
    assertThat(round.run()).isZero();
    JsonNode list = admin.get("/api/v1/staff/mailbox").json();
    JsonNode mail = list.path("items").path(0);
    assertThat(mail.path("to").asString()).isEqualTo("admin@example.org");
    assertThat(mail.path("status").asString()).isEqualTo("kept");
    assertThat(mail.has("text")).isFalse();
    assertThat(list.path("nextCursor").isNull()).isTrue();
    JsonNode letter = admin.get("/api/v1/staff/mailbox/" + mail.path("id").asString()).json();
    assertThat(letter.path("text").asString()).contains("/verify#token=");
    assertThat(letter.path("html").asString()).contains("<a href=");
    assertThat(letter.path("subject")).isEqualTo(mail.path("subject"));
  }

  @Test
  void readingNeedsAFreshProof() {
    String id =
        admin.get("/api/v1/staff/mailbox").json().path("items").path(0).path("id").asString();
    clock.advance(Duration.ofMinutes(11));
    assertThat(admin.get("/api/v1/staff/mailbox").code()).isEqualTo("step_up_needed");
    assertThat(admin.get("/api/v1/staff/mailbox/" + id).code()).isEqualTo("step_up_needed");
  }

  @Test
  void readingOtherPeoplesMailIsWrittenDown() {
    String id =
        admin.get("/api/v1/staff/mailbox").json().path("items").path(0).path("id").asString();
    admin.get("/api/v1/staff/mailbox/" + id);
    assertThat(
            jdbc.sql(
                    """
                    SELECT entity_type || ' ' || entity_id FROM audit_logs
                    WHERE action = 'viewed' AND actor_user_id = :admin ORDER BY id
                    """)
                .param("admin", adminId)
                .query(String.class)
                .list())
        .containsExactly("mailbox all", "mail " + id);
  }

  @Test
  void theListComesInPagesNewestFirst() {
    for (int i = 0; i < 7; i++) {
      clock.advance(Duration.ofMillis(1));
      mails.send(Mail.to("p" + i + "@example.org").subject("S" + i).paragraph("x").build());
    }
    List<String> subjects = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = admin.get("/api/v1/staff/mailbox?limit=3" + cursor).json();
      page.path("items").forEach(mail -> subjects.add(mail.path("subject").asString()));
      JsonNode next = page.path("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    assertThat(subjects).hasSize(8).startsWith("S6", "S5").doesNotHaveDuplicates();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(admin.get("/api/v1/staff/mailbox/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(admin.get("/api/v1/staff/mailbox/1").status()).isEqualTo(400);
    assertThat(admin.get("/api/v1/staff/nothing").status()).isEqualTo(404);
  }
}
