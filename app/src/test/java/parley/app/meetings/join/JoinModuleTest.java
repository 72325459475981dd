package parley.app.meetings.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.media.RoomEntry;
import parley.app.meetings.FakeMedia;
import parley.app.meetings.MeetingsFixture;
import parley.app.meetings.MeetingsTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

@MeetingsTest
class JoinModuleTest {
  @LocalServerPort int port;
  @Autowired MeetingsFixture fixture;
  @Autowired FakeMedia media;
  @Autowired TestClock clock;
  @Autowired RoomEntry entry;
  @Autowired JdbcClient jdbc;

  private Visitor host = new Visitor(0);

  @BeforeEach
  void hostSignsUp() {
    host = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
  }

  @Test
  void aHostComesInAsHostWithATokenForTheMedia() {
    JsonNode meeting = meeting(Map.of("title", "Plan"));
    JsonNode in = join(host, meeting, Map.of()).json();
    assertThat(in.path("status").asString()).isEqualTo("admitted");
    assertThat(in.path("role").asString()).isEqualTo("host");
    assertThat(in.path("media").path("url").asString()).isEqualTo("ws://localhost:" + port);
    String presence = in.path("presenceId").asString();
    assertThat(in.path("media").path("token").asString()).isEqualTo("token of " + presence);
    assertThat(in.path("updates").path("topic").asString())
        .isEqualTo("meeting:" + meeting.path("id").asString());
    assertThat(in.path("meeting").path("title").asString()).isEqualTo("Plan");
    Map<String, Object> row = participant(in);
    assertThat(row).containsEntry("role", "host").containsEntry("is_seated", true);
    assertThat(row.get("joined_at")).isNull();
    assertThat(fixture.row("meetings", id(meeting)).get("conference_server_id"))
        .isEqualTo("fake-node");
    assertThat(media.asked()).contains("ensure " + meeting.path("id").asString());
  }

  @Test
  void aGuestComesInByTheBareCodeAndByTheSignedLink() {
    JsonNode meeting = meeting(Map.of());
    Answer bare = join(guest(), meeting, Map.of("displayName", "Bo"));
    assertThat(bare.status()).isEqualTo(200);
    assertThat(bare.json().path("role").asString()).isEqualTo("participant");
    String cookie =
        bare.headers().allValues("Set-Cookie").stream()
            .filter(set -> set.startsWith("parley_p_" + code(meeting) + "="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/api/v1");
    Answer linked = join(guest(), meeting, Map.of("displayName", "Cy", "invite", invite(meeting)));
    assertThat(linked.status()).isEqualTo(200);
  }

  @Test
  void anAlteredLinkIsRefused() {
    JsonNode meeting = meeting(Map.of());
    String invite = invite(meeting);
    String altered = (invite.charAt(0) == 'A' ? 'B' : 'A') + invite.substring(1);
    Answer answer = join(guest(), meeting, Map.of("displayName", "Bo", "invite", altered));
    refused(answer, 403, "invalid_invite");
    String foreign = invite(meeting(Map.of()));
    refused(
        join(guest(), meeting, Map.of("displayName", "Bo", "invite", foreign)),
        403,
        "invalid_invite");
  }

  @Test
  void whereGuestsAreNotAllowedTheyNeedTheLink() {
    JsonNode meeting = meeting(Map.of("guestsAllowed", false));
    refused(join(guest(), meeting, Map.of("displayName", "Bo")), 403, "invalid_invite");
    Map<String, Object> linked = Map.of("displayName", "Bo", "invite", invite(meeting));
    assertThat(join(guest(), meeting, linked).status()).isEqualTo(200);
  }

  @Test
  void aGuestNeedsAName() {
    Answer answer = join(guest(), meeting(Map.of()), Map.of("displayName", "  "));
    refused(answer, 400, "invalid_request");
    assertThat(answer.json().path("errors").get(0).path("field").asString())
        .isEqualTo("displayName");
  }

  @Test
  void whatAClientSaysOfItsRoleOrIdentityIsIgnored() {
    JsonNode meeting = meeting(Map.of());
    JsonNode in =
        join(
                guest(),
                meeting,
                Map.of(
                    "displayName",
                    "Bo",
                    "role",
                    "host",
                    "userId",
                    UUID.randomUUID(),
                    "participantId",
                    UUID.randomUUID()))
            .json();
    assertThat(participant(in)).containsEntry("role", "participant").containsEntry("user_id", null);
    Visitor user = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    JsonNode named = join(user, meeting, Map.of("displayName", "Somebody else")).json();
    assertThat(participant(named)).containsEntry("display_name", "Ada");
  }

  @Test
  void nobodyComesIntoAMeetingThatIsOver() {
    JsonNode ended = meeting(Map.of());
    assertThat(host.post(path(ended) + "/end", Map.of()).status()).isEqualTo(204);
    refused(join(guest(), ended, Map.of("displayName", "Bo")), 410, "meeting_ended");
    refused(join(host, ended, Map.of()), 410, "meeting_ended");
    JsonNode cancelled = meeting(Map.of());
    assertThat(host.delete(path(cancelled)).status()).isEqualTo(204);
    refused(join(guest(), cancelled, Map.of("displayName", "Bo")), 410, "meeting_ended");
    assertThat(host.get(path(cancelled)).json().path("status").asString()).isEqualTo("cancelled");
  }

  @Test
  void aLockedMeetingLetsNobodyNewInButKeepsWhoIsThere() {
    JsonNode meeting = meeting(Map.of());
    Visitor seated = guest();
    JsonNode in = join(seated, meeting, Map.of("displayName", "Bo")).json();
    assertThat(
            host.patch(path(meeting), Map.of("isLocked", true)).json().path("isLocked").asBoolean())
        .isTrue();
    refused(join(guest(), meeting, Map.of("displayName", "Cy")), 423, "meeting_locked");
    assertThat(join(host, meeting, Map.of()).status()).isEqualTo(200);
    Answer reload = join(seated, meeting, Map.of("presenceId", in.path("presenceId").asString()));
    assertThat(reload.status()).isEqualTo(200);
  }

  @Test
  void aFullMeetingSaysSoAndASeatIsFreeAtOnceAfterLeave() {
    JsonNode meeting = meeting(Map.of("maxParticipants", 1));
    Visitor first = guest();
    JsonNode in = join(first, meeting, Map.of("displayName", "Bo")).json();
    Answer full = join(guest(), meeting, Map.of("displayName", "Cy"));
    refused(full, 409, "meeting_full");
    assertThat(full.json().path("detail").asString())
        .isEqualTo("The meeting is full (1 people). Try again when someone leaves.");
    Map<String, Object> leave = Map.of("presenceId", in.path("presenceId").asString());
    assertThat(first.post(path(meeting) + "/leave", leave).status()).isEqualTo(204);
    assertThat(join(guest(), meeting, Map.of("displayName", "Cy")).status()).isEqualTo(200);
  }

  @Test
  void aSeatGoesToWhoeverComesNextWhenItsMediaHasNotCome() {
    JsonNode meeting = meeting(Map.of("maxParticipants", 1));
    join(guest(), meeting, Map.of("displayName", "Bo"));
    clock.advance(Duration.ofSeconds(14));
    refused(join(guest(), meeting, Map.of("displayName", "Cy")), 409, "meeting_full");
    clock.advance(Duration.ofSeconds(1));
    assertThat(join(guest(), meeting, Map.of("displayName", "Cy")).status()).isEqualTo(200);
  }

  @Test
  void tenWhoBringNothingKeepNeitherTheHostOutNorOthersForLong() {
    JsonNode meeting = meeting(Map.of("maxParticipants", 10));
    for (int i = 0; i < 10; i++) {
      assertThat(join(guest(), meeting, Map.of("displayName", "Empty")).status()).isEqualTo(200);
    }
    assertThat(join(host, meeting, Map.of()).status()).isEqualTo(200);
    Visitor cohost = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    refused(join(cohost, meeting, Map.of()), 409, "meeting_full");
    jdbc.sql(
            """
            INSERT INTO meeting_participants (id, meeting_id, user_id, role) VALUES (gen_random_uuid(), :meeting, :user, 'cohost')
            """)
        .param("meeting", id(meeting))
        .param("user", Staffing.idOf(cohost))
        .update();
    assertThat(join(cohost, meeting, Map.of()).status()).isEqualTo(200);
    refused(join(guest(), meeting, Map.of("displayName", "Di")), 409, "meeting_full");
    clock.advance(Duration.ofSeconds(15));
    assertThat(join(guest(), meeting, Map.of("displayName", "Di")).status()).isEqualTo(200);
  }

  @Test
  void whoAsksAgainAndAgainKeepsNoSeatWithoutMedia() {
    JsonNode meeting = meeting(Map.of("maxParticipants", 1));
    Visitor empty = guest();
    JsonNode in = join(empty, meeting, Map.of("displayName", "Empty")).json();
    for (int second = 5; second < 15; second += 5) {
      clock.advance(Duration.ofSeconds(5));
      // The same tab, and another one.
      join(empty, meeting, Map.of("presenceId", in.path("presenceId").asString()));
      join(empty, meeting, Map.of());
      entry.mayEnter(meeting.path("id").asString(), in.path("presenceId").asString());
      refused(join(guest(), meeting, Map.of("displayName", "Cy")), 409, "meeting_full");
    }
    clock.advance(Duration.ofSeconds(5));
    assertThat(join(guest(), meeting, Map.of("displayName", "Cy")).status()).isEqualTo(200);
    // And whoever was only slow is told, and comes in as the same person when there is room.
    assertThat(entry.mayEnter(meeting.path("id").asString(), in.path("presenceId").asString()))
        .isEqualTo(RoomEntry.Answer.REFUSED);
    Map<String, Object> again = Map.of("presenceId", in.path("presenceId").asString());
    refused(join(empty, meeting, again), 409, "meeting_full");
    assertThat(host.patch(path(meeting), Map.of("maxParticipants", 2)).status()).isEqualTo(200);
    JsonNode back = join(empty, meeting, again).json();
    assertThat(back.path("participantId")).isEqualTo(in.path("participantId"));
    assertThat(entry.mayEnter(meeting.path("id").asString(), back.path("presenceId").asString()))
        .isEqualTo(RoomEntry.Answer.ENTER);
  }

  @Test
  void aScheduledMeetingOpensShortlyBeforeItsTimeAndForHostsAlways() {
    Instant starts = clock.instant().plus(Duration.ofHours(1));
    JsonNode meeting = meeting(Map.of("startsAt", starts.toString()));
    refused(join(guest(), meeting, Map.of("displayName", "Bo")), 403, "not_yet_open");
    assertThat(join(host, meeting, Map.of()).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(50));
    assertThat(join(guest(), meeting, Map.of("displayName", "Bo")).status()).isEqualTo(200);
  }

  @Test
  void aReloadReplacesItsPresenceAndAnotherDeviceGetsItsOwn() {
    JsonNode meeting = meeting(Map.of());
    JsonNode first = join(host, meeting, Map.of()).json();
    JsonNode reload =
        join(host, meeting, Map.of("presenceId", first.path("presenceId").asString())).json();
    JsonNode device = join(host, meeting, Map.of()).json();
    assertThat(reload.path("presenceId")).isEqualTo(first.path("presenceId"));
    assertThat(device.path("presenceId")).isNotEqualTo(first.path("presenceId"));
    assertThat(device.path("participantId")).isEqualTo(first.path("participantId"));
    assertThat(reload.path("role").asString()).isEqualTo("host");
  }

  @Test
  void nobodyTakesOverThePresenceOfSomebodyElse() {
    JsonNode meeting = meeting(Map.of());
    JsonNode hosts = join(host, meeting, Map.of()).json();
    JsonNode thief =
        join(
                guest(),
                meeting,
                Map.of("displayName", "Eve", "presenceId", hosts.path("presenceId").asString()))
            .json();
    assertThat(thief.path("presenceId")).isNotEqualTo(hosts.path("presenceId"));
    Map<String, Object> leave = Map.of("presenceId", hosts.path("presenceId").asString());
    Visitor eve = bearer(thief);
    assertThat(eve.post(path(meeting) + "/leave", leave).status()).isEqualTo(204);
    assertThat(fixture.row("meeting_presences", presence(hosts)).get("closed_at")).isNull();
  }

  @Test
  void aGuestWhoComesBackIsTheSamePerson() {
    JsonNode meeting = meeting(Map.of());
    Visitor guest = guest();
    JsonNode first = join(guest, meeting, Map.of("displayName", "Bo")).json();
    JsonNode byCookie = join(guest, meeting, Map.of("displayName", "Bob")).json();
    assertThat(byCookie.path("participantId")).isEqualTo(first.path("participantId"));
    assertThat(participant(byCookie)).containsEntry("display_name", "Bob");
    JsonNode byBearer = join(bearer(first), meeting, Map.of()).json();
    assertThat(byBearer.path("participantId")).isEqualTo(first.path("participantId"));
    assertThat(participant(byBearer)).containsEntry("display_name", "Bob");
  }

  @Test
  void whoWasRemovedCannotComeBackAsUserByTokenOrByCookie() {
    JsonNode meeting = meeting(Map.of());
    Visitor user = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    Visitor guest = guest();
    JsonNode userIn = join(user, meeting, Map.of()).json();
    JsonNode guestIn = join(guest, meeting, Map.of("displayName", "Bo")).json();
    media.forget();
    for (JsonNode in : new JsonNode[] {userIn, guestIn}) {
      String person = in.path("participantId").asString();
      assertThat(host.post(path(meeting) + "/people/" + person + "/remove", Map.of()).status())
          .isEqualTo(204);
      assertThat(media.asked())
          .contains("remove %s %s".formatted(id(meeting), in.path("presenceId").asString()));
    }
    refused(join(user, meeting, Map.of()), 403, "removed");
    refused(join(guest, meeting, Map.of("displayName", "Other")), 403, "removed");
    refused(join(bearer(guestIn), meeting, Map.of("displayName", "Other")), 403, "removed");
    refused(user.get(path(meeting) + "/people"), 403, "removed");
    refused(bearer(guestIn).get(path(meeting) + "/messages"), 403, "removed");
    assertThat(participant(guestIn))
        .containsEntry("was_removed", true)
        .containsEntry("is_seated", false);
  }

  @Test
  void onlyHostsRunTheMeeting() {
    JsonNode meeting = meeting(Map.of());
    JsonNode hostIn = join(host, meeting, Map.of()).json();
    Visitor guest = bearer(join(guest(), meeting, Map.of("displayName", "Bo")).json());
    String person = hostIn.path("participantId").asString();
    refused(
        guest.post(path(meeting) + "/people/" + person + "/remove", Map.of()), 403, "not_allowed");
    refused(
        guest.post(path(meeting) + "/people/" + person + "/mute", Map.of()), 403, "not_allowed");
    refused(guest.get(path(meeting) + "/participants"), 403, "not_allowed");
    refused(guest.patch(path(meeting), Map.of("isLocked", true)), 401, "not_logged_in");
    Visitor stranger = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    refused(stranger.get(path(meeting)), 404, "meeting_not_found");
    refused(stranger.post(path(meeting) + "/end", Map.of()), 404, "meeting_not_found");
    assertThat(host.get(path(meeting) + "/participants").json().path("items").size()).isEqualTo(2);
  }

  private JsonNode meeting(Map<String, Object> wishes) {
    Answer answer = host.post("/api/v1/meetings", wishes);
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  private Visitor guest() {
    return new Visitor(port);
  }

  private Visitor bearer(JsonNode in) {
    String token = in.path("participantToken").asString();
    return new Visitor(port).with("Authorization", "Bearer " + token);
  }

  private static Answer join(Visitor who, JsonNode meeting, Map<String, Object> body) {
    return who.post(path(meeting) + "/join", body);
  }

  private static String path(JsonNode meeting) {
    return "/api/v1/meetings/" + code(meeting);
  }

  private static String code(JsonNode meeting) {
    return meeting.path("code").asString();
  }

  private static UUID id(JsonNode meeting) {
    return UUID.fromString(meeting.path("id").asString());
  }

  private static UUID presence(JsonNode in) {
    return UUID.fromString(in.path("presenceId").asString());
  }

  private static String invite(JsonNode meeting) {
    String url = meeting.path("joinUrl").asString();
    return url.substring(url.indexOf("invite=") + "invite=".length());
  }

  private Map<String, Object> participant(JsonNode in) {
    return fixture.row(
        "meeting_participants", UUID.fromString(in.path("participantId").asString()));
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }
}
