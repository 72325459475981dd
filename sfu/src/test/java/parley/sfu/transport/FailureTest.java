package parley.sfu.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.sfu.packet.DropReason;

/** A mistake of ours that shows while a packet is handled costs that packet and no buffer. */
@Timeout(60)
class FailureTest {
  @Test
  void aBufferComesBackWhenWhatItBringsCannotBeHandled() throws Exception {
    try (Meeting meeting = new Meeting(config -> config.withSilentAfter(Duration.ofMillis(600)))) {
      Meeting.Connection connection = meeting.newConnection().establish();
      connection.atServer.atSignOfLife =
          () -> {
            throw new IllegalStateException("a seeded mistake");
          };
      Loops.run(meeting.peers.loop(), connection.peer::fallSilent);
      Loops.await(connection.atServer.silent);
      int before = inUse(connection);
      connection.toServer(Meeting.rtp(1, 100));
      meeting.awaitDrops(DropReason.FAILURE, 1);
      assertThat(inUse(connection)).isEqualTo(before);
      connection.toServer(Meeting.rtp(2, 100));
      assertThat(connection.atServer.nextRtp()).isEqualTo(Meeting.rtp(2, 100));
    }
  }

  private static int inUse(Meeting.Connection connection) {
    return Loops.on(connection.loop, () -> connection.loop.pool().inUse());
  }
}
