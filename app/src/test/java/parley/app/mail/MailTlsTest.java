package parley.app.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import parley.app.testing.TestCertificate;

/** The settings as delivered, against a server with a name and a password. */
class MailTlsTest {
  private static final String PREFIX = "spring.mail.properties.";
  private static final SSLContext TLS = TestCertificate.server();

  @Test
  void nameAndPasswordGoOverTls() throws Exception {
    try (var server = new StartTlsServer(TLS, true)) {
      assertThatNoException()
          .isThrownBy(() -> send(server, Map.of("mail.smtp.ssl.trust", "127.0.0.1")));
      assertThat(server.inTheClear).allMatch(line -> line.matches("EHLO .*|STARTTLS"));
      assertThat(server.inTls).anyMatch(line -> line.startsWith("AUTH PLAIN"));
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForGetsNothing() throws Exception {
    try (var server = new StartTlsServer(TLS, true)) {
      assertThatExceptionOfType(MailException.class).isThrownBy(() -> send(server, Map.of()));
      assertThat(server.inTls).isEmpty();
    }
  }

  @Test
  void whereTlsIsRequiredAServerWithoutItGetsNothing() throws Exception {
    try (var server = new StartTlsServer(TLS, false)) {
      assertThatExceptionOfType(MailException.class)
          .isThrownBy(() -> send(server, Map.of("mail.smtp.starttls.required", "true")));
      assertThat(server.inTheClear)
          .noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }
  }

  private static void send(StartTlsServer server, Map<String, String> more) throws Exception {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.port());
    sender.setUsername("parley");
    sender.setPassword("secret");
    sender.getJavaMailProperties().putAll(delivered());
    sender.getJavaMailProperties().putAll(more);
    var mail = new SimpleMailMessage();
    mail.setFrom("a@example.org");
    mail.setTo("b@example.org");
    mail.setText("words");
    sender.send(mail);
  }

  private static Map<String, String> delivered() throws Exception {
    Map<String, String> found = new java.util.HashMap<>();
    for (var source :
        new YamlPropertySourceLoader().load("file", new ClassPathResource("application.yaml"))) {
      for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        if (name.startsWith(PREFIX)) {
          found.put(name.substring(PREFIX.length()), String.valueOf(source.getProperty(name)));
        }
      }
    }
    assertThat(found).containsKey("mail.smtp.starttls.enable");
    return found;
  }
}
