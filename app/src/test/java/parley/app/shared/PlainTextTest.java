package parley.app.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Planning",
        "😀",
        "🇩🇪🇵🇱",
        "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
        "👩\u200d💻",
        "❤\ufe0f",
        "می\u200cخواهم",
        "\u2067שלום\u2069 world",
        "\u2068a\u2067b\u2069\u2069",
        "🫪",
        "=?utf-8?q?Hello?="
      })
  void everyScriptAndEveryEmojiIsALine(String text) {
    assertThat(PlainText.faultOfLine("A title", text)).isEmpty();
    assertThat(PlainText.shows(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \u00a0\u2003\u3000",
        "\u3164",
        "\u115f\u1160\uffa0",
        "\u2800",
        "\ud834\udd59",
        "\u200b\u200d\u2060\ufeff",
        "\u00ad\u034f\u180e",
        "\udb40\udc41\udb40\udc42",
        "\u2066\u2069",
        "\ufe0f",
        "\u0301"
      })
  void whatCannotBeSeenShowsNothing(String text) {
    assertThat(PlainText.shows(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'two\nlines', one line",
    "'a\u0000b', one line",
    "'a\u0085b', one line",
    "'a\u2029b', one line",
    "'a\u202eb', direction",
    "'a\u202ab\u202c', direction",
    "'a\u2066b', direction",
    "'a\u2069b\u2066', direction",
    "'a\ud800', half a character",
    "'\udc00a', half a character",
    "'a\uffff', no character",
    "'a\ufdd0', no character"
  })
  void itSaysWhyALineIsNone(String text, String why) {
    assertThat(PlainText.faultOfLine("A title", text)).get().asString().contains(why);
  }

  @ParameterizedTest
  @CsvSource({"'a\u0000b', U+0000", "'a\ud83d', half a character"})
  void itSaysWhyWordsAreNone(String text, String why) {
    assertThat(PlainText.faultOfText("A message", text)).get().asString().contains(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines\tand more", "\u202ba\u202c", "😀"})
  void wordsMayHaveLinesAndTurn(String text) {
    assertThat(PlainText.faultOfText("A message", text)).isEmpty();
  }
}
