package parley.app.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import parley.app.testing.TestCertificate;

/** Who is meant by a refusal, told by servers that refuse at one step each. */
class RejectionTest {
  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 no such user, recipient_refused 550",
    "RCPT, 552 mailbox full, recipient_refused 552",
    "RCPT, 450 mailbox busy, recipient_busy 450",
    "RCPT, 452 4.2.2 mailbox full, recipient_busy 452",
    "RCPT, 550 5.7.1 relaying denied, relay_refused 550",
    "RCPT, 554 5.7.1 your network is blocked, relay_refused 554",
    "RCPT, 550 5.1.8 Sender address rejected: Domain not found, sender_refused 550",
    "RCPT, 450 4.1.8 Sender address rejected: Domain not found, busy 450",
    "RCPT, 553 5.1.7 not a sender, sender_refused 553",
    "RCPT, 454 4.7.1 Relay access denied, busy 454",
    "RCPT, 450 4.7.1 Client host rejected, busy 450",
    "RCPT, 452 4.3.1 insufficient storage, busy 452",
    "RCPT, 452 insufficient storage, busy 452",
    "RCPT, 550 5.1.1 no such user, recipient_refused 550",
    "RCPT, 530 5.7.0 log in first, login_refused 530",
    "RCPT, 421 closing, busy 421",
    "MAIL, 553 not from you, sender_refused 553",
    "MAIL, 550 not from you, sender_refused 550",
    "MAIL, 501 no such sender, sender_refused 501",
    "MAIL, 530 log in first, login_refused 530",
    "MAIL, 421 closing, busy 421",
    "MAIL, 452 no room, busy 452",
    "DATA, 554 no valid recipients, mail_refused 554",
    "END, 554 looks like spam, mail_refused 554",
    "END, 451 try later, busy 451",
    "END, 452 no room, busy 452",
    "GREETING, 554 not you, relay_refused 554",
    "GREETING, 421 too many, busy 421"
  })
  void onlyAnAnswerToTheRecipientIsTheRecipients(String step, String reply, String kind)
      throws Exception {
    try (var server = new SmtpServer().answers(step, reply)) {
      NotTaken refused = refusal(sender(server.port()));
      assertThat(refused.kind()).isEqualTo(kind);
      boolean recipients = kind.startsWith("recipient");
      assertThat(refused.setback().isOurs()).isEqualTo(!recipients);
      assertThat(refused.setback().isFinal()).isEqualTo(kind.startsWith("recipient_refused"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no such user, 550",
    "RCPT, 553 not a name here, 553",
    "RCPT, 556 takes no mail, 556",
    "RCPT, 550 5.7.1 relaying denied, 0",
    "RCPT, 550 5.1.8 Sender address rejected: Domain not found, 0",
    "RCPT, 552 mailbox full, 0",
    "RCPT, 450 mailbox busy, 0",
    "END, 554 looks like spam, 0",
    "MAIL, 550 not from you, 0"
  })
  void onlyAMailboxThatIsNotThereMakesAnAddressDead(String step, String reply, int code)
      throws Exception {
    try (var server = new SmtpServer().answers(step, reply)) {
      assertThat(refusal(sender(server.port())).deadAddress().orElse(0)).isEqualTo(code);
    }
  }

  @Test
  void aServerThatIsNotThereIsNobodysRefusal() {
    assertThat(refusal(sender(1)).kind()).isEqualTo("unreachable");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsToldAsSuch() throws Exception {
    try (var server = new StartTlsServer(TestCertificate.server(), true)) {
      JavaMailSenderImpl sender = sender(server.port());
      sender.getJavaMailProperties().put("mail.smtp.starttls.enable", "true");
      assertThat(refusal(sender).setback()).isEqualTo(Setback.UNTRUSTED);
    }
  }

  @Test
  void noTlsWhereItIsRequiredIsToldAsSuch() throws Exception {
    try (var server = new SmtpServer()) {
      JavaMailSenderImpl sender = sender(server.port());
      sender.getJavaMailProperties().put("mail.smtp.starttls.required", "true");
      assertThat(refusal(sender).setback()).isEqualTo(Setback.UNTRUSTED);
    }
  }

  @Test
  void aWrongPasswordIsToldAsSuch() throws Exception {
    try (var server = new SmtpServer()) {
      server.answers("EHLO", "250-here\r\n250 AUTH PLAIN").answers("AUTH", "535 5.7.8 wrong");
      JavaMailSenderImpl sender = sender(server.port());
      sender.setUsername("parley");
      sender.setPassword("wrong");
      NotTaken refused = refusal(sender);
      assertThat(refused.setback()).isEqualTo(Setback.LOGIN_REFUSED);
      assertThat(refused.setback().isOurs()).isTrue();
    }
  }

  private static JavaMailSenderImpl sender(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.getJavaMailProperties().put("mail.smtp.timeout", "20000");
    return sender;
  }

  private static NotTaken refusal(JavaMailSenderImpl sender) {
    var beans = new StaticListableBeanFactory(Map.of("sender", sender));
    var server = new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class), Clock.systemUTC());
    return catchThrowableOfType(
        NotTaken.class,
        () -> {
          Session session = server.session(false);
          var mail = new MimeMessage(session);
          mail.setFrom("a@example.org");
          mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("b@example.org"));
          mail.setText("words");
          server.take(mail, session, false);
        });
  }
}
