package parley.sfu.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.sfu.packet.DropReason;
import parley.sfu.transport.peer.ServerSide;

/**
 * Another participant cannot take over an address, as one that forges source addresses might try.
 */
@Timeout(60)
class AddressHeldTest {
  @Test
  void anAddressInUseBelongsToWhoUsesIt() throws Exception {
    try (Meeting meeting = new Meeting(config -> config)) {
      Meeting.Connection victim = meeting.newConnection().establish();
      ServerSide thief = meeting.newConnection().announce().serverSide();
      Loops.run(meeting.peers.loop(), () -> victim.peer.restartIce(thief.ufrag(), thief.pwd()));
      meeting.awaitDrops(DropReason.ADDRESS_TAKEN, 1);
      victim.toServer(Meeting.rtp(1, 100));
      assertThat(victim.atServer.nextRtp()).isEqualTo(Meeting.rtp(1, 100));
    }
  }
}
