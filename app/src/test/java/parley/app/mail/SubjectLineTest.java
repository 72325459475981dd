package parley.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Design review was moved",
        "=?utf-8?q?You_have_won?= was moved",
        "=?utf-8?b?WW91IGhhdmUgd29u?=",
        "a =?iso-8859-1?q?=FC?= and a second =?utf-8?q?=C3=BC?= in a title that is longer than one line of it",
        "=?",
        "Grüße aus Köln =?utf-8?q?x?=",
        "😀 🇵🇱 👩‍💻 lange Überschrift, die in mehr als ein Wort nach RFC 2047 zerfällt 😀 😀 😀 😀",
        "a long subject of ASCII alone that has to be folded because it does not fit into one line of 76"
      })
  void aReaderSeesTheseWordsAndNoOthers(String subject) throws Exception {
    String header = SubjectLine.encoded(subject);
    assertThat(header.getBytes(StandardCharsets.UTF_8)).hasSize(header.length());
    assertThat(header.lines()).allMatch(line -> line.length() <= 76);
    String mail = "Subject: " + header + "\r\n\r\n";
    var read =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
    assertThat(read.getSubject()).isEqualTo(subject);
  }
}
