package parley.app.users.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import parley.app.media.RoomEntry;
import parley.app.meetings.MeetingsTest;
import parley.app.testing.OpenPage;
import parley.app.testing.Staffing;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import parley.app.users.Users;
import tools.jackson.databind.JsonNode;

/** What each thing that lets somebody in still opens, whatever became of its owner. */
@MeetingsTest
class CredentialsModuleTest {
  private static final String ME = "/api/v1/users/me";
  private static final Map<String, String> LOGIN =
      Map.of("email", "ann@example.org", "password", "correct horse battery");

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired TestClock clock;
  @Autowired Users users;
  @Autowired RoomEntry entry;
  @Autowired ErasureRound erasures;

  private Visitor eve = new Visitor(0);
  private Visitor ann = new Visitor(0);
  private Visitor key = new Visitor(0);
  private String keyId = "";
  private UUID id = new UUID(0, 0);
  private JsonNode meeting = new tools.jackson.databind.json.JsonMapper().createObjectNode();
  private JsonNode bySession = meeting;
  private JsonNode bySessionAndGone = meeting;
  private JsonNode byKey = meeting;
  private JsonNode guest = meeting;

  /**
   * What became of Ann, and what then opens: her session, her API key, the participant tokens that
   * she got by session, by a session and left, by key; the token of a guest who has nothing to do
   * with it. O: opens, x: refused as unknown, r: told that she was removed. Behind it the same
   * three of her tokens and the guest's for the media.
   */
  private enum State {
    NOTHING("OO OOO O | OxO O"),
    LOGGED_OUT("xO xxO O | xxO O"),
    KEY_REVOKED("Ox OOx O | Oxx O"),
    SUSPENDED("xx xxx O | xxx O"),
    SUSPENDED_AND_RESTORED("xO xxx O | xxx O"),
    DELETED("xx xxx O | xxx O"),
    DELETED_AND_BACK("xx xxx O | xxx O"),
    ERASED("xx xxx O | xxx O"),
    REMOVED("OO rrr O | xxx O"),
    MEETING_ENDED("OO OOO O | xxx x");

    final String opens;

    State(String opens) {
      this.opens = opens;
    }
  }

  @BeforeEach
  void annInAMeeting() {
    database.empty();
    eve = new Visitor(port).signUp("eve@example.org");
    ann = new Visitor(port).signUp("ann@example.org");
    id = Staffing.idOf(ann);
    Map<String, Object> wish =
        Map.of("name", "Key", "scopes", List.of("account:read", "meetings:read", "meetings:write"));
    JsonNode made = ann.post(ME + "/api-keys", wish).json();
    keyId = made.path("key").path("id").asString();
    key = new Visitor(port).with("Authorization", "Bearer " + made.path("secret").asString());
    meeting = eve.post("/api/v1/meetings", Map.of()).json();
    bySessionAndGone = join(ann, Map.of());
    String gone = bySessionAndGone.path("presenceId").asString();
    assertThat(ann.post(path() + "/leave", Map.of("presenceId", gone)).status()).isEqualTo(204);
    bySession = join(ann, Map.of());
    byKey = join(key, Map.of());
    guest = join(new Visitor(port), Map.of("displayName", "Bo"));
  }

  @ParameterizedTest
  @EnumSource
  void opensWhatItShouldAndNothingElse(State state) {
    bring(state);
    assertThat(opens()).isEqualTo(state.opens);
  }

  @ParameterizedTest
  @EnumSource
  void theUpdateChannelAnswersAsTheApiDoes(State state) {
    bring(state);
    List<JsonNode> tokens = List.of(bySession, bySessionAndGone, byKey, guest);
    for (JsonNode in : tokens) {
      boolean known = api(in) != 'x';
      assertThat(connects(in)).as(state + " " + tokens.indexOf(in)).isEqualTo(known);
    }
  }

  private void bring(State state) {
    switch (state) {
      case NOTHING -> {}
      case LOGGED_OUT -> ann.delete("/api/v1/sessions/current");
      case KEY_REVOKED -> ann.delete(ME + "/api-keys/" + keyId);
      case SUSPENDED -> users.suspend(id, Staffing.idOf(eve), "spam");
      case SUSPENDED_AND_RESTORED -> {
        users.suspend(id, Staffing.idOf(eve), "spam");
        users.restore(id, Staffing.idOf(eve));
      }
      case DELETED -> delete();
      case DELETED_AND_BACK -> {
        delete();
        String token =
            new Visitor(port)
                .post("/api/v1/sessions", LOGIN)
                .json()
                .path("restoreToken")
                .asString();
        assertThat(
                new Visitor(port)
                    .post("/api/v1/account-restorations", Map.of("token", token))
                    .status())
            .isEqualTo(204);
      }
      case ERASED -> {
        delete();
        clock.advance(Duration.ofDays(31));
        assertThat(erasures.run()).isEqualTo(1);
        // That the seat is given up is not what this is about.
        guest = join(bearer(guest), Map.of());
      }
      case REMOVED ->
          eve.post(
              path() + "/people/" + bySession.path("participantId").asString() + "/remove",
              Map.of());
      case MEETING_ENDED -> eve.post(path() + "/end", Map.of());
    }
  }

  private void delete() {
    assertThat(ann.post(ME + "/deletion", Map.of("confirm", "Delete my account")).status())
        .isEqualTo(202);
  }

  private String opens() {
    StringBuilder seen = new StringBuilder();
    seen.append(ann.get(ME).status() == 200 ? 'O' : 'x');
    seen.append(key.get(ME).status() == 200 ? 'O' : 'x').append(' ');
    List<JsonNode> tokens = new ArrayList<>(List.of(bySession, bySessionAndGone, byKey));
    tokens.forEach(in -> seen.append(api(in)));
    seen.append(' ').append(api(guest)).append(" | ");
    tokens.forEach(in -> seen.append(media(in)));
    return seen.append(' ').append(media(guest)).toString();
  }

  private char api(JsonNode in) {
    return switch (bearer(in).get(path() + "/people").status()) {
      case 200 -> 'O';
      case 401 -> 'x';
      case 403 -> 'r';
      default -> '?';
    };
  }

  private char media(JsonNode in) {
    RoomEntry.Answer answer =
        entry.mayEnter(meeting.path("id").asString(), in.path("presenceId").asString());
    return answer == RoomEntry.Answer.ENTER ? 'O' : 'x';
  }

  private boolean connects(JsonNode in) {
    try (OpenPage _ = OpenPage.bearer(port, in.path("participantToken").asString())) {
      return true;
    } catch (java.util.concurrent.CompletionException refused) {
      return false;
    }
  }

  private Visitor bearer(JsonNode in) {
    String token = in.path("participantToken").asString();
    return new Visitor(port).with("Authorization", "Bearer " + token);
  }

  private JsonNode join(Visitor who, Map<String, Object> body) {
    Visitor.Answer answer = who.post(path() + "/join", body);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private String path() {
    return "/api/v1/meetings/" + meeting.path("code").asString();
  }
}
