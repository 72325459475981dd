package parley.app.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class RejectionTest {
  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 no such user, true",
    "RCPT, 450 mailbox busy, false",
    "MAIL, 552 too much, true",
    "MAIL, 421 closing, false",
    "DATA, 554 transaction failed, true",
    "DATA, 451 try later, false"
  })
  void onlyAReplyOfFiveHundredIsFinal(String step, String reply, boolean isFinal) throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answer(server, step, reply));
      MailException refused = catchThrowableOfType(MailException.class, () -> send(server));
      assertThat(Rejection.isFinal(refused)).isEqualTo(isFinal);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no such user, 550",
    "RCPT, 553 not a name here, 553",
    "RCPT, 556 takes no mail, 556",
    "RCPT, 550 5.7.1 relaying denied, 0",
    "RCPT, 552 mailbox full, 0",
    "RCPT, 450 mailbox busy, 0",
    "DATA, 554 looks like spam, 0",
    "MAIL, 550 not from you, 0"
  })
  void onlyAMailboxThatIsNotThereMakesAnAddressDead(String step, String reply, int code)
      throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answer(server, step, reply));
      MailException refused = catchThrowableOfType(MailException.class, () -> send(server));
      assertThat(Rejection.deadAddress(refused).orElse(0)).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @CsvSource("1")
  void aServerThatIsNotThereIsNotFinal(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    MailException refused =
        catchThrowableOfType(MailException.class, () -> sender.send(new SimpleMailMessage()));
    assertThat(Rejection.isFinal(refused)).isFalse();
  }

  private static void send(ServerSocket server) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.getLocalPort());
    sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
    var mail = new SimpleMailMessage();
    mail.setFrom("a@example.org");
    mail.setTo("b@example.org");
    mail.setText("words");
    sender.send(mail);
  }

  // A server that agrees to everything but one step.
  private static void answer(ServerSocket server, String step, String reply) {
    try (Socket socket = server.accept();
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        OutputStream out = socket.getOutputStream()) {
      out.write("220 here\r\n".getBytes(US_ASCII));
      for (String line; (line = lines.readLine()) != null; ) {
        String said =
            line.startsWith(step) ? reply : line.startsWith("QUIT") ? "221 bye" : "250 ok";
        out.write((said + "\r\n").getBytes(US_ASCII));
      }
    } catch (IOException gone) {
      // The client has heard enough.
    }
  }
}
