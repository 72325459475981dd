package parley.app.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {
  @Test
  void saysTheSameInBothForms() {
    Mail mail =
        Mail.to("ada@example.org")
            .subject("Hello")
            .paragraph("Ada & Eve <script>alert(1)</script>")
            .link("Open \"it\"", URI.create("https://meet.example/x?a=1&b=2"))
            .build();
    assertThat(mail.text())
        .isEqualTo(
            """
            Ada & Eve <script>alert(1)</script>

            Open "it":
            https://meet.example/x?a=1&b=2
            """);
    assertThat(mail.html())
        .contains("<p>Ada &amp; Eve &lt;script&gt;alert(1)&lt;/script&gt;</p>")
        .contains("<a href=\"https://meet.example/x?a=1&amp;b=2\">Open &quot;it&quot;</a>")
        .doesNotContain("<script");
  }

  @Test
  void endsWithWhyItWasSentAndHowToEndIt() {
    Mail mail =
        Mail.to("ada@example.org")
            .subject("Moved")
            .paragraph("To ten.")
            .footnote("You get this because you host it.")
            .unsubscribe("No more of these", URI.create("https://meet.example/unsubscribe/t"))
            .build();
    assertThat(mail.text())
        .isEqualTo(
            """
            To ten.

            --
            You get this because you host it.
            No more of these: https://meet.example/unsubscribe/t
            """);
    assertThat(mail.html()).contains("https://meet.example/unsubscribe/t").contains("You get this");
    assertThat(mail.unsubscribe()).hasToString("https://meet.example/unsubscribe/t");
  }

  /** Opening a mail tells nobody: no picture, font or sheet comes from elsewhere. */
  @Test
  void fetchesNothing() {
    String html = Mail.to("ada@example.org").subject("x").paragraph("y").build().html();
    assertThat(html)
        .doesNotContain("<img")
        .doesNotContain("url(")
        .doesNotContain("src=")
        .doesNotContain("<link")
        .contains("prefers-color-scheme:dark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org\r\nBcc: eve@example.org",
        "ada@example.org\nBcc: eve@example.org",
        "ada@example.org, eve@example.org",
        "Ada <ada@example.org>",
        "ada@example.org;eve@example.org",
        "ada",
        "",
        "ada@example.org\u0000"
      })
  void goesToOneAddressOnly(String to) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mail.to(to).subject("Hello").paragraph("x").build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Hello\r\nBcc: eve@example.org", "Hello\n", "Hello\rX: y", "", "a\u0000b"})
  void aSubjectIsOneLine(String subject) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mail.to("ada@example.org").subject(subject).paragraph("x").build());
  }
}
