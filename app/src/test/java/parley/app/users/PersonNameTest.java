package parley.app.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada",
        "李小龍",
        "Zoë O'Hara-Smith",
        "محمد",
        "Dr. 😀 Ada",
        "X Æ A-12",
        "<b>Ada</b>",
        "😀",
        "🇵🇱",
        "👩\u200d💻",
        "\u2067דוד\u2069",
        "℞"
      })
  void takesWhatPeopleAreCalled(String name) {
    assertThat(PersonName.parse("  " + name + " ")).hasValue(new PersonName(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "...",
        "Ada\nHost",
        "Ada\u0000",
        "Ada\u001b[31m",
        "Ada\u2028Host",
        "Ada\u202eecila",
        "Ada\u2066x",
        "\u3164",
        "\u115f",
        "\u2800",
        "\u200b",
        "\udb40\udc41",
        "Ada\ud800"
      })
  void refusesWhatWouldNotShowAsWritten(String name) {
    assertThat(PersonName.parse(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1 to 100",
    "'\u3164', cannot be seen",
    "'...', a letter",
    "'Ada\ud800', half a character",
    "'Ada\u202eecila', direction",
    "'Ada\nHost', one line"
  })
  void saysWhyItIsNoName(String name, String why) {
    assertThat(PersonName.fault(name)).get().asString().contains(why);
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(PersonName.parse("a" + "😀".repeat(99))).isPresent();
    assertThat(PersonName.parse("a" + "😀".repeat(100))).isEmpty();
  }
}
