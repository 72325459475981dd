package parley.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingCodeTest {
  @Test
  void isPrintedInThreeGroupsOfAnAlphabetWithoutLookAlikes() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(MeetingCode.random().printed())
          .matches("[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{4}");
    }
  }

  @Test
  void everyCharacterOfEveryPlaceIsRandom() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      String printed = MeetingCode.random().printed();
      for (int place = 0; place < printed.length(); place++) {
        seen.add(place + " " + printed.charAt(place));
      }
    }
    assertThat(seen).hasSize(13 * 32 + 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k7dm-qwert-9xhp",
        "K7DMQWERT9XHP",
        " k7dm qwert 9xhp ",
        "k7d-mqwe-rt9-xhp",
        "k7dm\u2013qwert\u20139xhp"
      })
  void isReadAsPeopleTypeIt(String typed) {
    assertThat(MeetingCode.parse(typed)).contains(new MeetingCode("k7dm-qwert-9xhp"));
  }

  @Test
  void takesLettersForTheDigitsTheyLookLike() {
    assertThat(MeetingCode.parse("oOiI-lLabc-defg")).contains(new MeetingCode("0011-11abc-defg"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "k7dm-qwert-9xh",
        "k7dm-qwert-9xhpp",
        "k7dm-qwert-9xhu",
        "k7dm_qwert_9xhp",
        "../../../etc/pas",
        "k7dm-qwert-9xhp\u0000"
      })
  void refusesWhatIsNoCode(String typed) {
    assertThat(MeetingCode.parse(typed)).isEmpty();
  }

  @Test
  void refusesWhatIsEndless() {
    assertThat(MeetingCode.parse("-".repeat(1_000_000))).isEmpty();
  }
}
