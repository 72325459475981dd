package parley.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;

@ParleyTest
class OutboxModuleTest {
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));

  @Autowired Mails mails;
  @Autowired MailRound round;
  @Autowired MailTidy tidy;
  @Autowired DeadAddresses dead;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;

  @DynamicPropertySource
  static void smtp(DynamicPropertyRegistry settings) {
    SERVER.start();
    int smtpPort = SERVER.getSmtp().getPort();
    settings.add("spring.mail.host", () -> "127.0.0.1");
    settings.add("spring.mail.port", () -> smtpPort);
    settings.add("parley.mail.from", () -> "Parley <meet@example.net>");
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void empty() throws Exception {
    database.empty();
    SERVER.purgeEmailFromAllMailboxes();
  }

  @Test
  void aMailArrivesWithBothParts() throws Exception {
    mails.send(
        Mail.to("zoe@example.org")
            .subject("Grüße aus Köln")
            .paragraph("Schöne Grüße.")
            .link("Open", URI.create("https://meet.example/x"))
            .build());
    assertThat(round.run()).isEqualTo(1);
    MimeMessage message = SERVER.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("Grüße aus Köln");
    assertThat(message.getFrom()[0]).hasToString("Parley <meet@example.net>");
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getMessageID())
        .isEqualTo(
            "<"
                + jdbc.sql("SELECT id FROM outgoing_mails").query(String.class).single()
                + "@localhost>");
    String all = parts(message.getContent());
    assertThat(all).contains("text/plain").contains("text/html").contains("Schöne Grüße.");
  }

  @Test
  void aMailProgramCanUnsubscribeByOneClick() throws Exception {
    mails.send(
        Mail.to("zoe@example.org")
            .subject("Moved")
            .paragraph("To ten.")
            .unsubscribe("No more", URI.create("https://meet.example/unsubscribe/t"))
            .build());
    mails.send(mail("zoe@example.org"));
    round.run();
    MimeMessage optional = received("Moved");
    assertThat(optional.getHeader("List-Unsubscribe"))
        .containsExactly("<https://meet.example/unsubscribe/t>");
    assertThat(optional.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(received("Hello").getHeader("List-Unsubscribe")).isNull();
    assertThat(jdbc.sql("SELECT unsubscribe_url FROM outgoing_mails").query().listOfRows())
        .allMatch(row -> row.get("unsubscribe_url") == null);
  }

  @Test
  void anAddressIsDeadUntilAServerTakesAMailForIt() {
    dead.add("Gone@example.org", 550, clock.instant());
    assertThat(mails.isDead("gone@example.org")).isTrue();
    assertThat(mails.isDead("other@example.org")).isFalse();
    mails.send(mail("gone@example.org"));
    round.run();
    assertThat(mails.isDead("gone@example.org")).isFalse();
  }

  @Test
  void whatWasSentIsNotKeptNorSentAgain() {
    mails.send(mail("once@example.org"));
    assertThat(round.run()).isEqualTo(1);
    clock.advance(Duration.ofDays(1));
    assertThat(round.run()).isZero();
    Map<String, Object> row = jdbc.sql("SELECT * FROM outgoing_mails").query().singleRow();
    assertThat(row.get("status")).isEqualTo("sent");
    assertThat(row.get("text_body")).isEqualTo("");
    assertThat(row.get("html_body")).isEqualTo("");
  }

  @Test
  void nothingIsLeftOfAMailToAnAddressThatIsNotKept() {
    mails.sendAndForget(mail("gone@example.org"));
    assertThat(round.run()).isEqualTo(1);
    assertThat(jdbc.sql("SELECT count(*) FROM outgoing_mails").query(Long.class).single()).isZero();
  }

  @Test
  void aMailOfARolledBackTransactionIsNeverSent() {
    transaction.executeWithoutResult(status -> {
      mails.send(mail("rollback@example.org"));
      status.setRollbackOnly();
    });
    assertThat(round.run()).isZero();
  }

  @Test
  void aServerThatIsDownIsTriedAgainLaterAndLater() {
    mails.send(mail("patient@example.org"));
    SERVER.stop();
    assertThat(round.run()).isZero();
    assertThat(round.run()).isZero();
    assertThat(attempts()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(29));
    round.run();
    assertThat(attempts()).isEqualTo(1);
    // Thirty seconds and up to a quarter of them by chance.
    clock.advance(Duration.ofSeconds(9));
    assertThat(round.run()).isZero();
    assertThat(attempts()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(59));
    round.run();
    assertThat(attempts()).isEqualTo(2);
    SERVER.start();
    clock.advance(Duration.ofSeconds(16));
    assertThat(round.run()).isEqualTo(1);
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
  }

  @Test
  void afterThreeDaysItIsGivenUp() {
    mails.send(mail("never@example.org"));
    SERVER.stop();
    for (int hour = 0; hour < 80; hour++) {
      round.run();
      clock.advance(Duration.ofHours(1));
    }
    Map<String, Object> row = jdbc.sql("SELECT * FROM outgoing_mails").query().singleRow();
    SERVER.start();
    assertThat(row.get("status")).isEqualTo("failed");
    assertThat(row.get("text_body")).isEqualTo("");
    assertThat(round.run()).isZero();
  }

  @Test
  void aMailWhoseSenderDiedIsTakenUpAfterTheLease() {
    mails.send(mail("orphan@example.org"));
    jdbc.sql(
            "UPDATE outgoing_mails SET attempts = 1, next_attempt_at = next_attempt_at + interval '5 minutes'")
        .update();
    assertThat(round.run()).isZero();
    clock.advance(Duration.ofMinutes(5));
    assertThat(round.run()).isEqualTo(1);
  }

  @Test
  void manySendersSendEachMailOnce() throws Exception {
    for (int i = 0; i < 60; i++) {
      mails.send(mail("many" + i + "@example.org"));
    }
    Callable<Integer> send = round::run;
    int sent = 0;
    try (var nodes = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> one : nodes.invokeAll(Stream.generate(() -> send).limit(6).toList())) {
        sent += one.get();
      }
    }
    assertThat(sent).isEqualTo(60);
    assertThat(SERVER.getReceivedMessages()).hasSize(60);
  }

  @Test
  void oldMailsAreForgotten() {
    mails.send(mail("old@example.org"));
    round.run();
    mails.send(mail("waiting@example.org"));
    clock.advance(Duration.ofDays(31));
    tidy.run();
    assertThat(jdbc.sql("SELECT recipient FROM outgoing_mails").query(String.class).list())
        .containsExactly("waiting@example.org");
  }

  // A server that comes back comes back on the port it had.
  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  private static MimeMessage received(String subject) throws Exception {
    for (MimeMessage message : SERVER.getReceivedMessages()) {
      if (message.getSubject().equals(subject)) {
        return message;
      }
    }
    throw new AssertionError(subject + " did not come");
  }

  private int attempts() {
    return jdbc.sql("SELECT attempts FROM outgoing_mails").query(Integer.class).single();
  }

  private static Mail mail(String to) {
    return Mail.to(to).subject("Hello").paragraph("Words").build();
  }

  private static String parts(Object content) throws Exception {
    if (!(content instanceof MimeMultipart parts)) {
      return String.valueOf(content);
    }
    var all = new StringBuilder();
    for (int i = 0; i < parts.getCount(); i++) {
      all.append(parts.getBodyPart(i).getContentType()).append('\n');
      all.append(parts(parts.getBodyPart(i).getContent())).append('\n');
    }
    return all.toString();
  }
}
