package parley.sfu.transport.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;

/** Both sockets do the same. */
@ParameterizedClass
@ValueSource(booleans = {true, false})
@Timeout(30)
class UdpSocketTest {
  @Parameter boolean portable;
  private final PacketPool pool = new PacketPool(1024);
  private final Drops drops = new Drops();

  private UdpSocket open() throws Exception {
    UdpSocket socket = UdpSockets.open(0, false, portable, pool, drops);
    assertThat(socket instanceof ChannelUdpSocket).isEqualTo(portable || !Linux.here());
    return socket;
  }

  @Test
  void sendsRunsOfAnyLengthsToSeveralAddressesInOrder() throws Exception {
    Random random = new Random(103);
    try (UdpSocket socket = open();
        DatagramSocket one = new DatagramSocket();
        DatagramSocket six = new DatagramSocket()) {
      List<DatagramSocket> sinks = List.of(one, six);
      for (int round = 0; round < 60; round++) {
        List<List<byte[]>> expected = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 90; i++) {
          int sink = random.nextInt(30) == 0 ? 1 : 0;
          byte[] bytes = new byte[random.nextInt(3) > 0 ? 1000 : 1 + random.nextInt(1300)];
          random.nextBytes(bytes);
          expected.get(sink).add(bytes);
          String host = sink == 0 ? "127.0.0.1" : "::1";
          socket.send(address(host, sinks.get(sink).getLocalPort()), null, buffer(bytes));
        }
        socket.flush();
        for (int sink = 0; sink < 2; sink++) {
          for (byte[] bytes : expected.get(sink)) {
            assertThat(receive(sinks.get(sink))).isEqualTo(bytes);
          }
        }
      }
    }
    assertThat(drops.snapshot()).isEmpty();
    assertThat(pool.inUse()).isZero();
  }

  /** A hundred to each of nine, which any kernel's default receive buffer holds. */
  @Test
  void hundredsOfDatagramsOfATurnAllLeave() throws Exception {
    List<DatagramSocket> sinks = new ArrayList<>();
    try (UdpSocket socket = open()) {
      for (int i = 0; i < 9; i++) {
        sinks.add(new DatagramSocket());
      }
      for (int i = 0; i < 900; i++) {
        socket.send(
            address("127.0.0.1", sinks.get(i / 100).getLocalPort()),
            null,
            buffer(new byte[] {1, (byte) i}));
      }
      socket.flush();
      for (int i = 0; i < 900; i++) {
        assertThat(receive(sinks.get(i / 100))).isEqualTo(new byte[] {1, (byte) i});
      }
    } finally {
      sinks.forEach(DatagramSocket::close);
    }
  }

  @Test
  void receivesFromBothFamiliesWithTheirAddresses() throws Exception {
    try (UdpSocket socket = open();
        DatagramSocket four = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        DatagramSocket six = new DatagramSocket(0, InetAddress.ofLiteral("::1"))) {
      for (DatagramSocket from : List.of(four, six)) {
        byte[] bytes = new byte[PacketBuffer.MAX_PACKET];
        new Random(1).nextBytes(bytes);
        var to = new InetSocketAddress(from.getLocalAddress(), socket.localPort());
        from.send(new DatagramPacket(bytes, bytes.length, to));
        socket.await(TimeUnit.SECONDS.toNanos(10));
        List<RemoteAddress> addresses = new ArrayList<>();
        socket.receive((packet, high, low, port) -> {
          addresses.add(new RemoteAddress(high, low, port));
          byte[] received = new byte[packet.length()];
          packet.bytes().get(packet.offset(), received);
          assertThat(received).isEqualTo(bytes);
          packet.release();
        });
        assertThat(addresses)
            .containsExactly(RemoteAddress.of((InetSocketAddress) from.getLocalSocketAddress()));
      }
    }
  }

  @Test
  void aWakeUpEndsTheSleepAndIsNotRemembered() throws Exception {
    try (UdpSocket socket = open()) {
      socket.wakeUp();
      socket.await(TimeUnit.SECONDS.toNanos(20));
      long before = System.nanoTime();
      socket.await(TimeUnit.MILLISECONDS.toNanos(20));
      assertThat(System.nanoTime() - before).isGreaterThan(10_000_000);
    }
  }

  @Test
  void whatCannotBeSentIsCountedAndTheRestGoes() throws Exception {
    try (UdpSocket socket = open();
        DatagramSocket sink = new DatagramSocket()) {
      socket.send(address("255.255.255.255", 9), null, buffer(new byte[10]));
      socket.send(address("127.0.0.1", sink.getLocalPort()), null, buffer(new byte[] {7}));
      socket.flush();
      assertThat(receive(sink)).isEqualTo(new byte[] {7});
      assertThat(drops.of(DropReason.SEND_FAILED)).isEqualTo(1);
    }
  }

  @Test
  void anEmptyPoolIsCountedAndDrained() throws Exception {
    List<PacketBuffer> held = new ArrayList<>();
    try (UdpSocket socket = open();
        DatagramSocket from = new DatagramSocket()) {
      for (PacketBuffer packet = pool.take(); packet != null; packet = pool.take()) {
        held.add(packet);
      }
      var to = new InetSocketAddress("127.0.0.1", socket.localPort());
      for (int i = 0; i < 200; i++) {
        from.send(new DatagramPacket(new byte[] {1}, 1, to));
      }
      int received = 0;
      while (received < 200) {
        received += socket.receive((packet, high, low, port) -> held.add(packet));
      }
      assertThat(drops.of(DropReason.POOL_EMPTY)).isGreaterThanOrEqualTo(200 - UdpSocket.BATCH);
      held.forEach(PacketBuffer::release);
    }
    assertThat(pool.inUse()).isZero();
  }

  @Test
  void aTakenPortIsSaidSo() throws Exception {
    try (UdpSocket socket = open()) {
      assertThatThrownBy(() -> UdpSockets.open(socket.localPort(), false, portable, pool, drops))
          .isInstanceOf(java.net.BindException.class);
    }
  }

  private static RemoteAddress address(String host, int port) {
    return RemoteAddress.of(new InetSocketAddress(InetAddress.ofLiteral(host), port));
  }

  private PacketBuffer buffer(byte[] bytes) {
    PacketBuffer packet = Objects.requireNonNull(pool.take());
    packet.bytes().put(packet.offset(), bytes);
    packet.window(packet.offset(), bytes.length);
    return packet;
  }

  private static byte[] receive(DatagramSocket socket) throws Exception {
    socket.setSoTimeout(5000);
    DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
    socket.receive(packet);
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }
}
