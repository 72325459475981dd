package parley.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

/** With the limits as they are delivered; other tests have them far off. */
@MeetingsTest
@TestPropertySource(properties = "parley.limits.scale=1")
class CodeGuessesModuleTest {
  @LocalServerPort int port;

  @Test
  void wrongCodesAreSlowedDownAndRightOnesNever() {
    Visitor host = new Visitor(port).signUp("ada@example.org");
    String code = host.post("/api/v1/meetings", Map.of()).json().path("code").asString();
    Visitor guesser = new Visitor(port);
    for (int i = 0; i < 10; i++) {
      assertThat(preview(guesser, "0000-00000-000" + i).code()).isEqualTo("meeting_not_found");
    }
    Answer eleventh = preview(guesser, "0000-00000-000a");
    assertThat(eleventh.status()).isEqualTo(429);
    assertThat(eleventh.code()).isEqualTo("too_many_requests");
    assertThat(eleventh.header("Retry-After")).isNotEmpty();
    assertThat(preview(guesser, code).status()).isEqualTo(200);
    Map<String, Object> name = Map.of("displayName", "Bo");
    assertThat(guesser.post("/api/v1/meetings/" + code + "/join", name).status()).isEqualTo(200);
  }

  @Test
  void aUserWhoGuessesIsSlowedDownFromWhereverTheyAsk() {
    Visitor user = new Visitor(port).signUp("eve@example.org");
    Answer last = preview(user, "0000-00000-0000");
    for (int i = 0; i < 11; i++) {
      last = preview(user, "not a code " + i);
    }
    assertThat(last.status()).isEqualTo(429);
  }

  private static Answer preview(Visitor who, String code) {
    return who.get("/api/v1/meetings/" + code.replace(' ', '+') + "/preview");
  }
}
