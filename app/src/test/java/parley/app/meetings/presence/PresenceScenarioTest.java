package parley.app.meetings.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.media.MediaEvent;
import parley.app.media.MediaSource;
import parley.app.media.RoomEntry;
import parley.app.meetings.FakeMedia;
import parley.app.meetings.MeetingsFixture;
import parley.app.meetings.MeetingsTest;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** What the rows say while the media side tells its facts. */
@MeetingsTest
class PresenceScenarioTest {
  @LocalServerPort int port;
  @Autowired MeetingsFixture fixture;
  @Autowired FakeMedia media;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired SeatSweep sweep;
  @Autowired Departures departures;
  @Autowired RoomEntry entry;

  private Visitor host = new Visitor(0);
  private String path = "";
  private UUID meeting = UUID.randomUUID();

  @BeforeEach
  void aMeeting() {
    host = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    JsonNode made = host.post("/api/v1/meetings", Map.of("maxParticipants", 2)).json();
    path = "/api/v1/meetings/" + made.path("code").asString();
    meeting = UUID.fromString(made.path("id").asString());
  }

  @Test
  void isThereFromMediaConnectedToTheLastSignOfLife() {
    Someone bo = guest("Bo");
    assertThat(bo.row().get("joined_at")).isNull();
    Instant joined = pass(5);
    joined(bo, "PA_1", joined);
    assertThat(bo.instant("joined_at")).isEqualTo(joined);
    assertThat(bo.row().get("left_at")).isNull();
    assertThat(roster()).containsExactly("Bo");
    Instant lastSeen = pass(100);
    pass(15);
    lost(bo, "PA_1", lastSeen);
    assertThat(bo.instant("left_at")).isEqualTo(lastSeen);
    assertThat(roster()).isEmpty();
    assertThat(intervals(bo)).containsExactly(List.of(joined, lastSeen));
  }

  @Test
  void aSeatIsKeptAMinuteFromTheLastSignOfLife() {
    Someone bo = guest("Bo");
    joined(bo, "PA_1", clock.instant());
    Instant lastSeen = pass(30);
    pass(15);
    lost(bo, "PA_1", lastSeen);
    pass(44);
    sweep.sweep(meeting);
    assertThat(seats()).isEqualTo(1);
    pass(1);
    sweep.sweep(meeting);
    assertThat(seats()).isZero();
  }

  @Test
  void aClientThatLeavesFreesItsSeatAtOnce() {
    Someone bo = guest("Bo");
    joined(bo, "PA_1", clock.instant());
    events.publishEvent(
        new MediaEvent.Left(meeting.toString(), bo.presence.toString(), "PA_1", pass(9), true));
    assertThat(seats()).isZero();
    assertThat(roster()).isEmpty();
  }

  @Test
  void comingBackKeepsTheFirstJoinAndWritesASecondInterval() {
    Someone bo = guest("Bo");
    Instant first = pass(1);
    joined(bo, "PA_1", first);
    Instant lost = pass(10);
    lost(bo, "PA_1", lost);
    Instant again = pass(20);
    joined(bo, "PA_2", again);
    assertThat(bo.instant("joined_at")).isEqualTo(first);
    assertThat(bo.row().get("left_at")).isNull();
    assertThat(seats()).isEqualTo(1);
    Instant end = pass(5);
    lost(bo, "PA_2", end);
    assertThat(intervals(bo)).containsExactly(List.of(first, lost), List.of(again, end));
  }

  @Test
  void theEndOfAnEarlierConnectionDoesNotEndThePresentOne() {
    Someone bo = guest("Bo");
    joined(bo, "PA_1", pass(1));
    joined(bo, "PA_2", pass(3));
    lost(bo, "PA_1", pass(1));
    assertThat(bo.row().get("left_at")).isNull();
    assertThat(roster()).containsExactly("Bo");
  }

  @Test
  void aFactToldTwiceIsOneFact() {
    Someone bo = guest("Bo");
    Instant at = pass(1);
    joined(bo, "PA_1", at);
    joined(bo, "PA_1", at);
    Instant end = pass(2);
    lost(bo, "PA_1", end);
    lost(bo, "PA_1", end);
    assertThat(intervals(bo)).containsExactly(List.of(at, end));
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void isPresentAsLongAsOneDeviceIs() {
    Someone laptop = user();
    Someone phone = laptop.again();
    joined(laptop, "PA_1", pass(1));
    joined(phone, "PA_2", pass(1));
    lost(laptop, "PA_1", pass(1));
    assertThat(laptop.row().get("left_at")).isNull();
    Instant end = pass(1);
    lost(phone, "PA_2", end);
    assertThat(laptop.instant("left_at")).isEqualTo(end);
  }

  @Test
  void microphoneAndCameraFollowTheMedia() {
    Someone bo = guest("Bo");
    joined(bo, "PA_1", pass(1));
    assertThat(bo.row()).containsEntry("is_muted", true).containsEntry("is_video_on", false);
    events.publishEvent(
        new MediaEvent.TrackPublished(room(), bo.id(), "PA_1", MediaSource.MICROPHONE, false));
    events.publishEvent(
        new MediaEvent.TrackPublished(room(), bo.id(), "PA_1", MediaSource.CAMERA, false));
    assertThat(bo.row()).containsEntry("is_muted", false).containsEntry("is_video_on", true);
    events.publishEvent(
        new MediaEvent.TrackMuted(room(), bo.id(), "PA_1", MediaSource.MICROPHONE, true));
    events.publishEvent(
        new MediaEvent.TrackUnpublished(room(), bo.id(), "PA_1", MediaSource.CAMERA));
    assertThat(bo.row()).containsEntry("is_muted", true).containsEntry("is_video_on", false);
    events.publishEvent(
        new MediaEvent.TrackPublished(room(), bo.id(), "PA_1", MediaSource.SCREEN_SHARE, false));
    assertThat(bo.row()).containsEntry("is_video_on", false);
  }

  @Test
  void afterACrashThePulseOfTheServerIsTheLastSignOfLife() {
    Someone bo = guest("Bo");
    Instant joined = pass(1);
    joined(bo, "PA_1", joined);
    Instant pulse = pass(30);
    pass(300);
    events.publishEvent(new MediaEvent.NodeLost("fake-node", pulse));
    assertThat(bo.instant("left_at")).isEqualTo(pulse);
    assertThat(intervals(bo)).containsExactly(List.of(joined, pulse));
    sweep.sweep(meeting);
    assertThat(seats()).as("kept for those who come back").isEqualTo(1);
    assertThat(entry.mayEnter(room(), bo.id())).isEqualTo(RoomEntry.Answer.ENTER);
  }

  @Test
  void whoLostTheSeatGetsOneAgainOnlyIfThereIsOne() {
    Someone bo = guest("Bo");
    joined(bo, "PA_1", pass(1));
    lost(bo, "PA_1", pass(1));
    pass(61);
    sweep.sweep(meeting);
    assertThat(entry.mayEnter(room(), bo.id())).isEqualTo(RoomEntry.Answer.ENTER);
    assertThat(seats()).isEqualTo(1);
    pass(61);
    sweep.sweep(meeting);
    guest("Cy");
    guest("Di");
    assertThat(entry.mayEnter(room(), bo.id())).isEqualTo(RoomEntry.Answer.REFUSED);
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void mediaThatComesTooLateForAFullMeetingIsSentAway() {
    Someone bo = guest("Bo");
    pass(61);
    sweep.sweep(meeting);
    guest("Cy");
    guest("Di");
    media.forget();
    joined(bo, "PA_1", pass(1));
    assertThat(media.asked()).containsExactly("remove " + room() + " " + bo.id());
    assertThat(roster()).isEmpty();
    assertThat(bo.row()).containsEntry("joined_at", null).containsEntry("is_seated", false);
  }

  @Test
  void theEndOfAMeetingIsTheEndForEverybody() {
    Someone bo = guest("Bo");
    joined(bo, "PA_1", pass(1));
    Instant end = pass(7);
    media.forget();
    assertThat(host.post(path + "/end", Map.of()).status()).isEqualTo(204);
    assertThat(bo.instant("left_at")).isEqualTo(end);
    assertThat(seats()).isZero();
    assertThat(media.asked()).containsExactly("delete " + room());
    assertThat(entry.mayEnter(room(), bo.id())).isEqualTo(RoomEntry.Answer.REFUSED);
    joined(bo, "PA_2", pass(1));
    assertThat(media.asked()).contains("remove " + room() + " " + bo.id());
  }

  @Test
  void logOutEndsWhatTheSessionOpenedInMeetingsToo() {
    Someone ada = user();
    joined(ada, "PA_1", pass(1));
    Visitor byToken = new Visitor(port).with("Authorization", "Bearer " + ada.token);
    assertThat(byToken.get(path + "/people").status()).isEqualTo(200);
    media.forget();
    assertThat(ada.visitor.delete("/api/v1/sessions/current").status()).isEqualTo(204);
    assertThat(media.asked()).containsExactly("remove " + room() + " " + ada.id());
    assertThat(entry.mayEnter(room(), ada.id())).isEqualTo(RoomEntry.Answer.REFUSED);
    assertThat(byToken.get(path + "/people").status()).isEqualTo(401);
    assertThat(roster()).isEmpty();
  }

  @Test
  void aUserWhoIsSuspendedIsOutOfTheMeetingToo() {
    Someone ada = user();
    joined(ada, "PA_1", pass(1));
    media.forget();
    jdbc.sql("UPDATE users SET status = 'suspended' WHERE id = ?")
        .param(ada.row().get("user_id"))
        .update();
    departures.sessionsOver();
    assertThat(media.asked()).contains("remove " + room() + " " + ada.id());
    assertThat(entry.mayEnter(room(), ada.id())).isEqualTo(RoomEntry.Answer.REFUSED);
    Visitor byToken = new Visitor(port).with("Authorization", "Bearer " + ada.token);
    assertThat(byToken.get(path + "/people").status()).isEqualTo(401);
  }

  @Test
  void foreignRoomsAndIdentitiesAreNotLetIntoMeetings() {
    Someone bo = guest("Bo");
    JsonNode other = host.post("/api/v1/meetings", Map.of()).json();
    assertThat(entry.mayEnter(other.path("id").asString(), bo.id()))
        .isEqualTo(RoomEntry.Answer.REFUSED);
    assertThat(entry.mayEnter(room(), "somebody")).isEqualTo(RoomEntry.Answer.REFUSED);
    assertThat(entry.mayEnter("a room of an integrator", "somebody"))
        .isEqualTo(RoomEntry.Answer.UNKNOWN_ROOM);
  }

  /** A person in the meeting, by one of their presences. */
  private final class Someone {
    final Visitor visitor;
    final UUID participant;
    final UUID presence;
    final String token;

    Someone(Visitor visitor, Map<String, Object> body) {
      this.visitor = visitor;
      JsonNode in = visitor.post(path + "/join", body).json();
      this.participant = UUID.fromString(in.path("participantId").asString());
      this.presence = UUID.fromString(in.path("presenceId").asString());
      this.token = in.path("participantToken").asString();
    }

    Someone again() {
      return new Someone(visitor, Map.of());
    }

    String id() {
      return presence.toString();
    }

    Map<String, Object> row() {
      return fixture.row("meeting_participants", participant);
    }

    @Nullable Instant instant(String column) {
      return row().get(column) instanceof Timestamp at ? at.toInstant() : null;
    }
  }

  private Someone guest(String name) {
    return new Someone(new Visitor(port), Map.of("displayName", name));
  }

  private Someone user() {
    return new Someone(new Visitor(port).signUp(UUID.randomUUID() + "@example.org"), Map.of());
  }

  private Instant pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
    return clock.instant();
  }

  private String room() {
    return meeting.toString();
  }

  private void joined(Someone who, String connection, Instant at) {
    events.publishEvent(new MediaEvent.Joined("fake-node", room(), who.id(), connection, at));
  }

  private void lost(Someone who, String connection, Instant lastSeen) {
    events.publishEvent(new MediaEvent.Left(room(), who.id(), connection, lastSeen, false));
  }

  private int seats() {
    return fixture.value("SELECT seats_taken FROM meetings WHERE id = ?", Integer.class, meeting);
  }

  private List<String> roster() {
    JsonNode people = host.get(path + "/people").json().path("items");
    return people.valueStream().map(entry -> entry.path("displayName").asString()).toList();
  }

  private List<List<Instant>> intervals(Someone who) {
    return jdbc.sql(
            "SELECT joined_at, left_at FROM presence_intervals WHERE participant_id = ? ORDER BY joined_at")
        .param(who.participant)
        .query((row, number) ->
            List.of(
                row.getTimestamp("joined_at").toInstant(), row.getTimestamp("left_at").toInstant()))
        .list();
  }
}
