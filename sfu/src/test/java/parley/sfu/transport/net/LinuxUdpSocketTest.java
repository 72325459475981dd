package parley.sfu.transport.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;

/** What only the socket by system calls can do. */
@EnabledOnOs(OS.LINUX)
@Timeout(30)
class LinuxUdpSocketTest {
  private final PacketPool pool = new PacketPool(1024);
  private final Drops drops = new Drops();

  @Test
  void answersComeFromWhereTheQuestionWasSentTo() throws Exception {
    try (UdpSocket socket = LinuxUdpSocket.open(0, false, pool, drops);
        DatagramSocket asker = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
      for (int burst : List.of(1, 3)) {
        var odd = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.77"), socket.localPort());
        asker.send(new DatagramPacket(new byte[] {1}, 1, odd));
        socket.await(TimeUnit.SECONDS.toNanos(10));
        socket.receive((packet, high, low, port) -> {
          Route route = new UdpRoute(socket, new RemoteAddress(high, low, port), socket.sentTo());
          packet.release();
          for (int i = 0; i < burst; i++) {
            route.send(buffer(new byte[100]));
          }
        });
        socket.flush();
        for (int i = 0; i < burst; i++) {
          DatagramPacket answer = new DatagramPacket(new byte[200], 200);
          asker.setSoTimeout(5000);
          asker.receive(answer);
          assertThat(answer.getSocketAddress()).isEqualTo(odd);
        }
      }
    }
    assertThat(drops.snapshot()).isEmpty();
  }

  /** A turn that came late reads all three at once. */
  @Test
  void datagramsKeepTheTimeAtWhichTheyCame() throws Exception {
    long[] sent = new long[4];
    List<Long> arrived = new ArrayList<>();
    try (UdpSocket socket = LinuxUdpSocket.open(0, false, pool, drops);
        DatagramSocket from = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
      var to = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), socket.localPort());
      for (int i = 0; i < 3; i++) {
        sent[i] = System.nanoTime();
        from.send(new DatagramPacket(new byte[] {1}, 1, to));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
      sent[3] = System.nanoTime();
      while (arrived.size() < 3) {
        socket.receive((packet, high, low, port) -> {
          arrived.add(packet.arrivalNanos());
          packet.release();
        });
      }
    }
    // The two clocks may be read a little apart.
    long slack = TimeUnit.MILLISECONDS.toNanos(1);
    for (int i = 0; i < 3; i++) {
      assertThat(arrived.get(i)).isBetween(sent[i] - slack, sent[i + 1] + slack);
    }
  }

  private PacketBuffer buffer(byte[] bytes) {
    PacketBuffer packet = Objects.requireNonNull(pool.take());
    packet.bytes().put(packet.offset(), bytes);
    packet.window(packet.offset(), bytes.length);
    return packet;
  }
}
