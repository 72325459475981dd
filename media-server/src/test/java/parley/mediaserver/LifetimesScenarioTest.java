package parley.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import livekit.LivekitModels.ConnectionQuality;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo.State;
import livekit.LivekitRtc.LeaveRequest.Action;
import livekit.LivekitRtc.SignalResponse.MessageCase;
import org.junit.jupiter.api.Test;
import parley.sfu.CloseReason;

/** How long participants and rooms live. */
class LifetimesScenarioTest {
  private final TestServer test = new TestServer();
  private final TestClient anna = test.client("anna");
  private final TestClient ben = test.client("ben");

  @Test
  void aKilledClientIsGoneFifteenSecondsAfterItsLastSignOfLife() {
    anna.joinAndConnect();
    ben.joinAndConnect();
    ben.session().closed();
    live(Duration.ofSeconds(13), anna);
    assertThat(test.events).noneMatch(event -> event.startsWith("left"));
    live(Duration.ofSeconds(2), anna);
    assertThat(test.events)
        .containsAnyOf("left ben CONNECTION_LOST 14", "left ben CONNECTION_LOST 15");
    assertThat(anna.info("ben").getState()).isEqualTo(State.DISCONNECTED);
    assertThat(anna.info("ben").getDisconnectReason())
        .isEqualTo(DisconnectReason.CONNECTION_TIMEOUT);
  }

  @Test
  void withoutASignalAParticipantLivesAsLongAsItsMedia() {
    anna.joinAndConnect();
    ben.joinAndConnect();
    ben.session().closed();
    live(Duration.ofMinutes(2), anna, ben);
    assertThat(test.events).noneMatch(event -> event.startsWith("left"));
  }

  @Test
  void aDeadMediaPathBehindALivingSignalMeansStartingAfresh() {
    anna.joinAndConnect();
    for (int second = 0; second < 29; second++) {
      anna.send(Requests.ping());
      test.advance(Duration.ofSeconds(1));
    }
    assertThat(anna.closed).isNull();
    anna.send(Requests.ping());
    test.advance(Duration.ofSeconds(2));
    assertThat(anna.the(MessageCase.LEAVE).getLeave().getAction()).isEqualTo(Action.RECONNECT);
  }

  @Test
  void whoNeverConnectsIsSentAwayAfterAMinute() {
    anna.join("chromium-offer-1");
    test.advance(Duration.ofSeconds(59));
    assertThat(anna.closed).isNull();
    test.advance(Duration.ofSeconds(2));
    assertThat(anna.the(MessageCase.LEAVE).getLeave().getReason())
        .isEqualTo(DisconnectReason.JOIN_FAILURE);
    assertThat(test.events).containsExactly("started demo", "aborted anna JOIN_FAILED");
  }

  @Test
  void aSignalThatIsLostBeforeMediaConnectedEndsTheAttempt() {
    anna.join("chromium-offer-1");
    anna.session().closed();
    assertThat(test.events).endsWith("aborted anna JOIN_FAILED");
  }

  @Test
  void aTransportThatSaidGoodbyeAndALostSignalEndItAtOnce() {
    anna.joinAndConnect();
    anna.session().closed();
    anna.leg().listener.closed(CloseReason.PEER_CLOSED);
    assertThat(test.events).endsWith("left anna CONNECTION_LOST 0");
  }

  @Test
  void aTransportThatSaidGoodbyeWaitsForTheSignalToExplain() {
    anna.joinAndConnect();
    anna.leg().listener.closed(CloseReason.PEER_CLOSED);
    anna.send(Requests.leave());
    assertThat(test.events).endsWith("left anna CLIENT_LEFT 0");
  }

  @Test
  void silenceIsToldToOthersAsLost() {
    anna.joinAndConnect();
    ben.joinAndConnect();
    anna.publishLikeChromium();
    test.advance(Duration.ofMillis(50));
    ben.offer("chromium-offer-1");
    live(Duration.ofSeconds(6), anna, ben);
    live(Duration.ofSeconds(12), ben);
    assertThat(ben.the(MessageCase.CONNECTION_QUALITY).getConnectionQuality().getUpdates(0))
        .satisfies(update -> {
          assertThat(update.getParticipantSid()).isEqualTo(anna.sid);
          assertThat(update.getQuality()).isEqualTo(ConnectionQuality.LOST);
        });
  }

  @Test
  void tokensAreRenewedEveryFiveMinutes() {
    anna.joinAndConnect();
    live(Duration.ofMinutes(11), anna);
    assertThat(anna.all(MessageCase.REFRESH_TOKEN)).hasSize(3);
  }

  @Test
  void anEmptyRoomIsKeptForAWhile() {
    anna.joinAndConnect();
    anna.send(Requests.leave());
    test.advance(Duration.ofSeconds(19));
    assertThat(test.events).noneMatch(event -> event.startsWith("finished"));
    test.advance(Duration.ofSeconds(2));
    assertThat(test.events).endsWith("finished demo");
    test.client("anna").joinAndConnect();
    assertThat(test.events).endsWith("started demo", "joined anna");
  }

  @Test
  void aRoomIsKeptAsItsOptionsSay() {
    test.server.ensureRoom(
        "demo", new RoomOptions(0, Duration.ofSeconds(10), Duration.ofHours(2), ""));
    anna.joinAndConnect();
    anna.send(Requests.leave());
    test.advance(Duration.ofMinutes(119));
    assertThat(test.events).noneMatch(event -> event.startsWith("finished"));
  }

  @Test
  void countsAreToldEveryFiveSeconds() {
    anna.joinAndConnect();
    ben.joinAndConnect();
    live(Duration.ofSeconds(6), anna, ben);
    assertThat(anna.the(MessageCase.ROOM_UPDATE).getRoomUpdate().getRoom().getNumParticipants())
        .isEqualTo(2);
  }

  @Test
  void pingsAreAnswered() {
    anna.joinAndConnect();
    anna.send(Requests.ping());
    assertThat(anna.the(MessageCase.PONG).getPong()).isEqualTo(test.time.millis());
  }

  /** Time passes while these are heard over media. */
  private void live(Duration time, TestClient... heard) {
    for (long second = 0; second < time.toSeconds(); second++) {
      for (TestClient one : heard) {
        one.leg().heard();
      }
      test.advance(Duration.ofSeconds(1));
    }
  }
}
