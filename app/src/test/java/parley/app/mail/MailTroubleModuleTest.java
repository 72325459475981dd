package parley.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** A whole Parley beside a mail server that refuses. */
@ParleyTest
@ExtendWith(OutputCaptureExtension.class)
class MailTroubleModuleTest {
  private static final SmtpServer SERVER = new SmtpServer();

  @LocalServerPort int port;
  @Autowired Mails mails;
  @Autowired MailRound round;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;

  private Visitor admin = new Visitor(0);

  @DynamicPropertySource
  static void smtp(DynamicPropertyRegistry settings) {
    settings.add("spring.mail.host", () -> "127.0.0.1");
    settings.add("spring.mail.port", SERVER::port);
  }

  @AfterAll
  static void stop() throws IOException {
    SERVER.close();
  }

  @BeforeEach
  void anAdministrator() {
    database.empty();
    SERVER.agree();
    // What the server was asked in another test is forgotten by then.
    clock.advance(Duration.ofHours(2));
    admin = new Visitor(port).signUp("admin@example.org");
    UUID id = UUID.fromString(admin.get("/api/v1/users/me").json().path("id").asString());
    Staffing.give(jdbc, id, "admin");
    jdbc.sql("DELETE FROM outgoing_mails").update();
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 553 not from you, sender_refused 553",
    "MAIL, 452 no room, busy 452",
    "GREETING, 421 closing, busy 421",
    "RCPT, 550 5.7.1 relaying denied, relay_refused 550",
    "END, 554 looks like spam, mail_refused 554"
  })
  void whatIsOursIsKeptAndToldAtOnceAndGoesOutLater(
      String step, String reply, String kind, CapturedOutput output) {
    SERVER.answers(step, reply);
    mails.send(mail("canary@example.org"));
    mails.send(mail("canary2@example.org"));
    assertThat(round.run()).isZero();
    assertThat(
            jdbc.sql("SELECT status, last_error, text_body FROM outgoing_mails")
                .query()
                .listOfRows())
        .hasSize(2)
        .allMatch(row -> row.get("status").equals("waiting") && row.get("last_error").equals(kind))
        .noneMatch(row -> row.get("text_body").equals(""));
    String cause = kind.split(" ")[0];
    assertThat(output.getAll().lines().filter(line -> line.contains(kind))).hasSize(1);
    assertThat(output.getAll()).doesNotContain("canary");
    JsonNode told = admin.get("/api/v1/staff/mail-server").json();
    assertThat(told.path("isSet").asBoolean()).isTrue();
    assertThat(told.path("trouble").path("cause").asString()).isEqualTo(cause);
    assertThat(told.path("trouble").path("waiting").asInt()).isEqualTo(2);
    assertThat(told.path("trouble").path("sentence").asString()).contains(kind.split(" ")[1]);
    JsonNode health = new Visitor(port).get("/actuator/health").json();
    assertThat(health.path("status").asString()).isEqualTo("UP");
    assertThat(health.path("components").path("mail").path("status").asString())
        .isEqualTo("DEGRADED");
    assertThat(health.path("components").path("mail").path("details").path("cause").asString())
        .isEqualTo(cause);

    SERVER.agree();
    clock.advance(Duration.ofMinutes(2));
    assertThat(round.run()).isEqualTo(2);
    assertThat(SERVER.heard).contains("RCPT TO:<canary@example.org>");
    assertThat(admin.get("/api/v1/staff/mail-server").json().path("trouble").isNull()).isTrue();
    assertThat(
            new Visitor(port)
                .get("/actuator/health")
                .json()
                .path("components")
                .path("mail")
                .path("status")
                .asString())
        .isEqualTo("UP");
  }

  @Test
  void whatIsTheRecipientsIsGivenUpAndNobodysTrouble() {
    SERVER.answers("RCPT", "550 5.1.1 no such user");
    mails.send(mail("gone@example.org"));
    assertThat(round.run()).isZero();
    assertThat(jdbc.sql("SELECT status FROM outgoing_mails").query(String.class).single())
        .isEqualTo("failed");
    assertThat(mails.isDead("gone@example.org")).isTrue();
    assertThat(admin.get("/api/v1/staff/mail-server").json().path("trouble").isNull()).isTrue();
  }

  @Test
  void anAddressBeyondAsciiArrivesByteForByteWhereTheServerOffersIt() {
    SERVER.answers("EHLO", "250-here\r\n250-8BITMIME\r\n250 SMTPUTF8");
    mails.send(mail("šimon@example.org"));
    mails.send(mail("plain@example.org"));
    assertThat(round.run()).isEqualTo(2);
    assertThat(SERVER.heard)
        .contains("RCPT TO:<šimon@example.org>", "To: šimon@example.org")
        .contains("RCPT TO:<plain@example.org>")
        .noneMatch(line -> line.contains("aimon"));
    // Asked for only where it is needed: not every server on the way has it.
    assertThat(SERVER.heard.stream().filter(line -> line.startsWith("MAIL FROM")))
        .hasSize(2)
        .satisfiesOnlyOnce(line -> assertThat(line).contains("SMTPUTF8"));
  }

  @Test
  void withoutThatOfferNothingGoesToSomebodyElse() {
    mails.send(mail("šimon@example.org"));
    assertThat(round.run()).isZero();
    assertThat(SERVER.heard).noneMatch(line -> line.startsWith("RCPT"));
    assertThat(
            jdbc.sql("SELECT status || ' ' || last_error FROM outgoing_mails")
                .query(String.class)
                .single())
        .isEqualTo("failed address_beyond_ascii");
  }

  @Test
  void suchAnAddressIsRefusedBeforeAnythingIsPromised() {
    assertRefused(
        new Visitor(port).post("/api/v1/users", newcomer("šimon@example.org")), "only a to z");
    assertRefused(
        admin.post("/api/v1/staff/invitations", Map.of("email", "šimon@example.org")),
        "only a to z");
    assertRefused(
        admin.put("/api/v1/users/me/email-change", Map.of("email", "šimon@example.org")),
        "only a to z");
    assertThat(jdbc.sql("SELECT count(*) FROM outgoing_mails").query(Long.class).single()).isZero();
    SERVER.answers("EHLO", "250-here\r\n250 SMTPUTF8");
    clock.advance(Duration.ofMinutes(9));
    assertThat(
            admin
                .put("/api/v1/users/me/email-change", Map.of("email", "šimon@example.org"))
                .status())
        .isEqualTo(400);
    clock.advance(Duration.ofMinutes(1));
    assertThat(new Visitor(port).post("/api/v1/users", newcomer("šimon@example.org")).status())
        .isEqualTo(201);
  }

  @Test
  void aServerThatCannotBeAskedIsNoPromiseEither() {
    SERVER.answers("GREETING", "421 closing");
    assertRefused(
        new Visitor(port).post("/api/v1/users", newcomer("šimon@example.org")), "just now");
  }

  private static void assertRefused(Visitor.Answer answer, String words) {
    assertThat(answer.status()).isEqualTo(400);
    JsonNode error = answer.json().path("errors").path(0);
    assertThat(error.path("field").asString()).isEqualTo("email");
    assertThat(error.path("detail").asString()).contains(words);
  }

  private static Map<String, String> newcomer(String email) {
    return Map.of("email", email, "password", "correct horse battery 9", "displayName", "Šimon");
  }

  private static Mail mail(String to) {
    return Mail.to(to).subject("Hello").paragraph("Words").build();
  }
}
