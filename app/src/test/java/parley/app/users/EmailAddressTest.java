package parley.app.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "ada@example.org, ada@example.org",
    "' Ada.Lovelace+x@Example.ORG ', ada.lovelace+x@example.org",
    "ada@bücher.example, ada@xn--bcher-kva.example",
    "ada@BÜCHER.example, ada@xn--bcher-kva.example",
    "ada@straße.de, ada@xn--strae-oqa.de",
    "ada@STRASSE.de, ada@strasse.de",
    "ada@βόλος.com, ada@xn--nxasmm1c.com",
    "ada@example。org, ada@example.org",
    "šimon@example.org, šimon@example.org",
    "o'hara@example.org, o'hara@example.org",
    "用户@例子.example, 用户@xn--fsqu00a.example"
  })
  void spellingsOfOneAddressAreOneAddress(String written, String stored) {
    assertThat(EmailAddress.parse(written)).hasValue(new EmailAddress(stored));
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    assertThat(EmailAddress.parse("ele\u0301ne@example.org"))
        .isEqualTo(EmailAddress.parse("el\u00e9ne@example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@localhost",
        "ada@example..org",
        "ada@-example.org",
        "a@b@example.org",
        ".ada@example.org",
        "ada.@example.org",
        "a..b@example.org",
        "ada lovelace@example.org",
        "ada@exa mple.org",
        "ada@example.org,eve@example.org",
        "ada@example.org\r\nBcc: eve@example.org",
        "ada\r\nBcc: eve@example.org",
        "ada\u0000@example.org",
        "ada\u202e@example.org",
        "<ada@example.org>",
        "\"ada\"@example.org",
        "Ada <ada@example.org>",
        "ada@example.org>",
        "ada@[127.0.0.1]",
        "ada@127.0.0.1:25",
        "ada@exam\u2024ple",
        "ada@xn--a.example",
        "ada@a\u200db.example",
        "İnci@example.org",
        "ada\ud800@example.org"
      })
  void refusesWhatIsNoAddress(String written) {
    assertThat(EmailAddress.parse(written)).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
    assertThat(EmailAddress.parse("š".repeat(33) + "@example.org")).isEmpty();
    assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
    assertThat(EmailAddress.parse("a@" + "b".repeat(63) + ".example".repeat(24))).isEmpty();
  }
}
