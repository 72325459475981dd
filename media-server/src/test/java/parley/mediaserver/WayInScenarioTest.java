package parley.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitRtc.ConnectionSettings;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.LeaveRequest.Action;
import livekit.LivekitRtc.SignalResponse.MessageCase;
import org.junit.jupiter.api.Test;

/** What changes between the check of a request and its coming in holds all the same. */
class WayInScenarioTest {
  private static final JoinRequest JOIN =
      JoinRequest.newBuilder()
          .setConnectionSettings(ConnectionSettings.newBuilder().setAutoSubscribe(true))
          .build();
  private static final RoomOptions FOR_ONE =
      new RoomOptions(1, Duration.ofMinutes(5), Duration.ofSeconds(20), "");

  @Test
  void whoWasRemovedMeanwhileDoesNotComeIn() {
    TestServer test = new TestServer();
    test.client("anna").joinAndConnect();
    TestClient ben = test.client("ben");
    SignalTicket ticket = admitted(test, ben);
    test.server.removeParticipant("demo", "ben");
    test.server.open(ticket, ben);
    turnedAway(ben, DisconnectReason.PARTICIPANT_REMOVED);
  }

  @Test
  void theLastPlaceIsTakenOnce() {
    TestServer test = new TestServer();
    test.server.ensureRoom("demo", FOR_ONE);
    TestClient anna = test.client("anna");
    TestClient ben = test.client("ben");
    SignalTicket first = admitted(test, anna);
    SignalTicket second = admitted(test, ben);
    test.server.open(first, anna);
    test.server.open(second, ben);
    assertThat(anna.cases()).contains(MessageCase.JOIN);
    turnedAway(ben, DisconnectReason.JOIN_FAILURE);
  }

  @Test
  void aDeletedRoomDoesNotComeBack() {
    for (boolean madeByJoining : new boolean[] {true, false}) {
      TestServer test = new TestServer(madeByJoining);
      test.server.ensureRoom("demo", FOR_ONE);
      TestClient anna = test.client("anna");
      SignalTicket ticket = admitted(test, anna);
      test.server.deleteRoom("demo");
      test.server.open(ticket, anna);
      turnedAway(anna, DisconnectReason.ROOM_DELETED);
      assertThat(test.events).containsExactly("started demo", "finished demo");
      assertThat(test.server.stats().rooms()).isZero();
    }
  }

  private static SignalTicket admitted(TestServer test, TestClient client) {
    SignalAnswer answer = test.server.admit(client.upgrade(JOIN));
    return ((SignalAnswer.Accepted) answer).ticket();
  }

  private static void turnedAway(TestClient client, DisconnectReason why) {
    assertThat(client.cases()).containsExactly(MessageCase.LEAVE);
    assertThat(client.the(MessageCase.LEAVE).getLeave().getReason()).isEqualTo(why);
    assertThat(client.the(MessageCase.LEAVE).getLeave().getAction()).isEqualTo(Action.DISCONNECT);
    assertThat(client.closed).isEqualTo("1000 ");
  }
}
