package parley.sfu.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.sfu.packet.DropReason;
import parley.sfu.transport.peer.ServerSide;

@Timeout(60)
class TcpDoorTest {
  private final Meeting meeting;
  private final Meeting.Connection connection;

  TcpDoorTest() throws Exception {
    meeting = new Meeting(config -> config.withTcpPlaces(24));
    connection = meeting.newConnection();
    connection.tcp = true;
  }

  @AfterEach
  void close() {
    meeting.close();
  }

  private Socket call() throws Exception {
    ServerSide server = connection.serverSide();
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  @Test
  void aFrameThatIsTooLongEndsTheConnection() throws Exception {
    try (Socket socket = call()) {
      socket.getOutputStream().write(new byte[] {(byte) 0xFF, (byte) 0xFF, 1, 2, 3});
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    meeting.awaitDrops(DropReason.TCP_REFUSED, 1);
  }

  @Test
  void whoDoesNotAuthenticateInTimeIsSentAway() throws Exception {
    try (Socket socket = call()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    meeting.awaitDrops(DropReason.TCP_REFUSED, 1);
  }

  @Test
  void idleConnectionsKeepNobodyOut() throws Exception {
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      idle.add(call());
    }
    connection.establish();
    assertThat(idle.getFirst().getInputStream().read()).isEqualTo(-1);
    for (int i = 0; i < 10; i++) {
      idle.add(call());
    }
    assertThat(idle.get(8).getInputStream().read()).isEqualTo(-1);
    connection.toServer(Meeting.rtp(1, 100));
    assertThat(connection.atServer.nextRtp()).isEqualTo(Meeting.rtp(1, 100));
    for (Socket socket : idle) {
      socket.close();
    }
  }

  @Test
  void nonsenseOnOneConnectionDisturbsNoOther() throws Exception {
    connection.establish();
    Random random = new Random(4571);
    try (Socket socket = call()) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      for (int i = 0; i < 20_000; i++) {
        byte[] frame = new byte[random.nextInt(200)];
        random.nextBytes(frame);
        out.writeShort(frame.length);
        out.write(frame);
      }
    }
    connection.toServer(Meeting.rtp(1, 100));
    assertThat(connection.atServer.nextRtp()).isEqualTo(Meeting.rtp(1, 100));
    assertThat(meeting.drops(DropReason.FAILURE)).isZero();
  }

  @Test
  void whoDoesNotReadLosesPacketsAndHoldsUpNobody() throws Exception {
    connection.establish();
    Meeting.Connection other = meeting.newConnection().establish();
    Loops.run(meeting.peers.loop(), connection.peer::stopReading);
    for (int i = 0; meeting.drops(DropReason.SEND_BUFFER_FULL) == 0 && i < 2000; i++) {
      int first = i * 10;
      Loops.run(
          connection.loop,
          () -> {
            for (int j = 0; j < 10; j++) {
              connection.transport.sendRtp(
                  Meeting.buffer(connection.loop, Meeting.rtp(first + j, 1400)));
            }
          });
    }
    assertThat(meeting.drops(DropReason.SEND_BUFFER_FULL)).isPositive();
    other.toPeer(Meeting.rtp(1, 100));
    assertThat(other.atPeer.nextRtp()).isEqualTo(Meeting.rtp(1, 100));
  }

  @Test
  void aBrokenConnectionIsNoPathAnyMore() throws Exception {
    connection.establish();
    Loops.run(meeting.peers.loop(), connection.peer::vanish);
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!Loops.on(connection.loop, connection.transport::selectedPath).equals("none")) {
      assertThat(System.nanoTime() - deadline).isNegative();
      Thread.sleep(5);
    }
  }
}
