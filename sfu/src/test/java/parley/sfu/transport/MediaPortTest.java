package parley.sfu.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import parley.sfu.packet.DropReason;
import parley.sfu.transport.MediaPortConfig.FastPath;
import parley.sfu.transport.peer.ServerSide;
import parley.wire.stun.Stun;
import parley.wire.stun.StunIntegrity;
import parley.wire.stun.StunWriter;

/** The whole transport against a peer with ICE, DTLS and SRTP of its own, over loopback. */
@ParameterizedClass
@EnumSource(FastPath.class)
@Timeout(60)
class MediaPortTest {
  @Parameter FastPath fastPath = FastPath.AUTO;
  private final java.util.List<Meeting> meetings = new java.util.ArrayList<>();

  private Meeting open(UnaryOperator<MediaPortConfig> change) throws Exception {
    Meeting meeting = new Meeting(config -> change.apply(config.withFastPath(fastPath)));
    meetings.add(meeting);
    return meeting;
  }

  private Meeting meeting() {
    return meetings.getFirst();
  }

  private Meeting open() throws Exception {
    return open(config -> config);
  }

  @AfterEach
  void close() {
    meetings.forEach(Meeting::close);
  }

  @Test
  void mediaFlowsBothWaysOverUdp() throws Exception {
    flowsBothWays(open().newConnection());
  }

  @Test
  void mediaFlowsBothWaysOverTcp() throws Exception {
    Meeting.Connection connection = open().newConnection();
    connection.tcp = true;
    flowsBothWays(connection);
  }

  private static void flowsBothWays(Meeting.Connection connection) throws Exception {
    connection.establish();
    assertThat(connection.transport.connected()).isTrue();
    assertThat(connection.transport.selectedPath())
        .isEqualTo((connection.tcp ? "tcp" : "udp") + " 127.0.0.1:" + connection.peer.localPort());
    for (int i = 0; i < 100; i++) {
      byte[] packet = Meeting.rtp(i, i * 11);
      connection.toServer(packet);
      assertThat(connection.atServer.nextRtp()).isEqualTo(packet);
      connection.toPeer(packet);
      assertThat(connection.atPeer.nextRtp()).isEqualTo(packet);
      byte[] compound = Meeting.rtcp(i);
      connection.rtcpToServer(compound);
      assertThat(connection.atServer.nextRtcp()).isEqualTo(compound);
      connection.rtcpToPeer(compound);
      assertThat(connection.atPeer.nextRtcp()).isEqualTo(compound);
    }
  }

  @Test
  void burstsOfATurnArriveWhole() throws Exception {
    Meeting.Connection connection = open().newConnection().establish();
    Random random = new Random(4);
    for (int burst = 0; burst < 20; burst++) {
      int first = burst * 100;
      int[] sizes = random.ints(100, 1, 1200).toArray();
      if (burst % 2 == 0) {
        java.util.Arrays.fill(sizes, 1000);
        sizes[99] = 17;
      }
      Loops.run(
          connection.loop,
          () -> {
            for (int i = 0; i < 100; i++) {
              connection.transport.sendRtp(
                  Meeting.buffer(connection.loop, Meeting.rtp(first + i, sizes[i])));
            }
          });
      for (int i = 0; i < 100; i++) {
        assertThat(connection.atPeer.nextRtp()).isEqualTo(Meeting.rtp(first + i, sizes[i]));
      }
    }
  }

  @Test
  void aSharedPayloadGoesOutUnderItsOwnHeader() throws Exception {
    Meeting.Connection connection = open().newConnection().establish();
    byte[] whole = Meeting.rtp(5, 900);
    Loops.run(
        connection.loop,
        () -> {
          var source = Meeting.buffer(connection.loop, whole);
          var header = Meeting.buffer(connection.loop, java.util.Arrays.copyOf(whole, 12));
          connection.transport.sendRtp(header, source, source.offset() + 12, 900);
          source.release();
        });
    assertThat(connection.atPeer.nextRtp()).isEqualTo(whole);
  }

  @Test
  void manyParticipantsShareThePort() throws Exception {
    open();
    var connections = new java.util.ArrayList<Meeting.Connection>();
    for (int i = 0; i < 20; i++) {
      Meeting.Connection connection = meeting().newConnection();
      connection.tcp = i % 4 == 0;
      connection.announce().call();
      connections.add(connection);
    }
    for (Meeting.Connection connection : connections) {
      Loops.await(connection.atServer.connected);
      Loops.await(connection.atPeer.connected);
    }
    for (int i = 0; i < connections.size(); i++) {
      connections.get(i).toServer(Meeting.rtp(i, 10 * i));
      assertThat(connections.get(i).atServer.nextRtp()).isEqualTo(Meeting.rtp(i, 10 * i));
    }
  }

  @Test
  void severalLoopsShareThePort() throws Exception {
    open(config -> config.withLoops(3));
    for (int i = 0; i < 12; i++) {
      Meeting.Connection connection = meeting().newConnection(i % 3);
      connection.tcp = i >= 9;
      flowsBothWays(connection);
    }
  }

  @Test
  void forgedAndReplayedPacketsAreDropped() throws Exception {
    Meeting.Connection connection = open().newConnection().establish();
    byte[] garbage = new byte[200];
    garbage[0] = (byte) 0x80;
    garbage[1] = 96;
    connection.raw(garbage);
    meeting().awaitDrops(DropReason.SRTP_FORGED, 1);
    connection.toServer(Meeting.rtp(1, 50));
    assertThat(connection.atServer.nextRtp()).isEqualTo(Meeting.rtp(1, 50));
  }

  @Test
  void aWrongFingerprintEndsItBeforeAnyKeyIsUsed() throws Exception {
    Meeting.Connection connection = open().newConnection();
    connection.announce(new byte[32]);
    connection.call();
    assertThat(Loops.await(connection.atServer.closed)).isEqualTo(CloseReason.WRONG_FINGERPRINT);
    assertThat(Loops.await(connection.atPeer.closed)).isEqualTo(CloseReason.HANDSHAKE_FAILED);
    assertThat(connection.atServer.connected).isNotDone();
  }

  @Test
  void nobodyShakesHandsBeforeTheFingerprintIsKnown() throws Exception {
    Meeting.Connection connection = open().newConnection();
    connection.call();
    meeting().awaitDrops(DropReason.DTLS_NOT_READY, 1);
    connection.announce();
    Loops.await(connection.atServer.connected);
  }

  @Test
  void aWrongPasswordIsNotAnswered() throws Exception {
    Meeting.Connection connection = open().newConnection().announce();
    ServerSide right = connection.serverSide();
    connection.call(new ServerSide(right.address(), false, right.ufrag(), "wrong", right.sha256()));
    meeting().awaitDrops(DropReason.STUN_FORGED, 3);
    assertThat(connection.transport.selectedPath()).isEqualTo("none");
  }

  @Test
  void goodbyeIsHeardOnBothSides() throws Exception {
    Meeting.Connection first = open().newConnection().establish();
    Loops.run(meeting().peers.loop(), first.peer::close);
    assertThat(Loops.await(first.atServer.closed)).isEqualTo(CloseReason.PEER_CLOSED);

    Meeting.Connection second = meeting().newConnection().establish();
    Loops.run(second.loop, second.transport::close);
    assertThat(Loops.await(second.atPeer.closed)).isEqualTo(CloseReason.PEER_CLOSED);
    assertThat(second.atServer.closed).isNotDone();
  }

  @Test
  void closingThePortEndsEverybody() throws Exception {
    Meeting.Connection connection = open().newConnection().establish();
    meeting().port.close();
    assertThat(Loops.await(connection.atServer.closed)).isEqualTo(CloseReason.PORT_CLOSED);
    assertThat(Loops.await(connection.atPeer.closed)).isEqualTo(CloseReason.PEER_CLOSED);
  }

  @Test
  void iceRestartsWithoutNewKeys() throws Exception {
    Meeting.Connection connection = open().newConnection().establish();
    String before = connection.transport.localUfrag();
    Loops.run(connection.loop, connection.transport::restartIce);
    ServerSide after = connection.serverSide();
    assertThat(after.ufrag()).isNotEqualTo(before);
    Loops.on(
        meeting().peers.loop(),
        () -> {
          connection.peer.move(false);
          connection.peer.restartIce(after.ufrag(), after.pwd());
          return true;
        });
    awaitPath(connection, connection.peer.localPort());
    connection.toServer(Meeting.rtp(1, 50));
    assertThat(connection.atServer.nextRtp()).isEqualTo(Meeting.rtp(1, 50));
    connection.toPeer(Meeting.rtp(2, 50));
    assertThat(connection.atPeer.nextRtp()).isEqualTo(Meeting.rtp(2, 50));
  }

  @Test
  void anAddressChangesOnlyWithAnAuthenticatedCheck() throws Exception {
    Meeting.Connection connection = open().newConnection().establish();
    int before = connection.peer.localPort();
    move(connection, false);
    connection.toServer(Meeting.rtp(1, 50));
    meeting().awaitDrops(DropReason.UNKNOWN_ADDRESS, 1);
    assertThat(connection.transport.selectedPath()).endsWith(":" + before);

    move(connection, true);
    awaitPath(connection, connection.peer.localPort());
    connection.toServer(Meeting.rtp(2, 50));
    assertThat(connection.atServer.nextRtp()).isEqualTo(Meeting.rtp(2, 50));
    connection.toPeer(Meeting.rtp(3, 50));
    assertThat(connection.atPeer.nextRtp()).isEqualTo(Meeting.rtp(3, 50));
  }

  @Test
  void aCheckThatSomebodyRecordedMovesNoMedia() throws Exception {
    Meeting.Connection connection = open().newConnection().establish();
    int before = connection.peer.localPort();
    ServerSide server = connection.serverSide();
    try (DatagramSocket thief = new DatagramSocket()) {
      thief.connect(server.address());
      thief.setSoTimeout(5000);
      byte[] request = request(server.ufrag(), server.pwd(), true);
      thief.send(new DatagramPacket(request, request.length));
      thief.receive(new DatagramPacket(new byte[500], 500));
      assertThat(Loops.on(connection.loop, connection.transport::selectedPath))
          .endsWith(":" + before);
    }
    connection.toPeer(Meeting.rtp(1, 50));
    assertThat(connection.atPeer.nextRtp()).isEqualTo(Meeting.rtp(1, 50));
  }

  private void move(Meeting.Connection connection, boolean check) {
    Loops.on(
        meeting().peers.loop(),
        () -> {
          connection.peer.move(check);
          return true;
        });
  }

  private static void awaitPath(Meeting.Connection connection, int port) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!Loops.on(connection.loop, connection.transport::selectedPath).endsWith(":" + port)) {
      assertThat(System.nanoTime() - deadline).isNegative();
      Thread.sleep(5);
    }
  }

  @Test
  void silenceStopsMediaUntilConsentIsBack() throws Exception {
    open(config -> config.withSilentAfter(Duration.ofMillis(600)));
    Meeting.Connection connection = meeting().newConnection().establish();
    ServerSide server = connection.serverSide();
    Loops.run(meeting().peers.loop(), connection.peer::fallSilent);
    assertThat(Loops.await(connection.atServer.silent)).isGreaterThan(600_000_000L);
    connection.toPeer(Meeting.rtp(1, 50));
    meeting().awaitDrops(DropReason.SEND_NO_CONSENT, 1);

    Loops.run(
        meeting().peers.loop(), () -> connection.peer.restartIce(server.ufrag(), server.pwd()));
    Loops.await(connection.atServer.alive);
    connection.toPeer(Meeting.rtp(2, 50));
    assertThat(connection.atPeer.nextRtp()).isEqualTo(Meeting.rtp(2, 50));
  }

  @Test
  void halfOpenHandshakesKeepNobodyOut() throws Exception {
    open(config -> config.withHandshakes(16, Duration.ZERO));
    for (int i = 0; i < 20; i++) {
      check(meeting().newConnectionIn("room " + i % 2).announce());
    }
    meeting().awaitDrops(DropReason.DTLS_BUSY, 16);
    for (String room : java.util.List.of("room 0", "another")) {
      Meeting.Connection newcomer = meeting().newConnectionIn(room);
      newcomer.announce().call();
      Loops.await(newcomer.atServer.connected);
    }
  }

  @Test
  void nobodyIsSentAwayBeforeItHadItsTime() throws Exception {
    open(config -> config.withHandshakes(4, Duration.ofMinutes(1)));
    Meeting.Connection idle = meeting().newConnection().announce();
    check(idle);
    check(meeting().newConnection().announce());
    meeting().awaitDrops(DropReason.DTLS_BUSY, 1);
    assertThat(idle.atServer.closed).isNotDone();
  }

  private void check(Meeting.Connection connection) throws Exception {
    ServerSide server = connection.serverSide();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(server.address());
      socket.setSoTimeout(5000);
      byte[] request = request(server.ufrag(), server.pwd());
      socket.send(new DatagramPacket(request, request.length));
      socket.receive(new DatagramPacket(new byte[500], 500));
      byte[] hello = new byte[100];
      hello[0] = 22;
      hello[1] = (byte) 254;
      hello[2] = (byte) 253;
      socket.send(new DatagramPacket(hello, hello.length));
    }
  }

  private static byte[] request(String ufrag, String pwd) {
    return request(ufrag, pwd, false);
  }

  private static byte[] request(String ufrag, String pwd, boolean nominates) {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    StunWriter writer =
        new StunWriter(bytes, 0, Stun.BINDING_REQUEST, new byte[12])
            .text(Stun.USERNAME, ufrag + ":x")
            .longNumber(Stun.ICE_CONTROLLING, 1);
    if (nominates) {
      writer.flag(Stun.USE_CANDIDATE);
    }
    int length = writer.integrity(StunIntegrity.shortTerm(pwd)).fingerprint().length();
    return java.util.Arrays.copyOf(bytes.array(), length);
  }

  @Test
  void strangersGetNoAnswer() throws Exception {
    Meeting.Connection connection = open().newConnection().announce();
    ServerSide server = connection.serverSide();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(server.address());
      socket.setSoTimeout(300);
      for (byte[] request :
          java.util.List.of(
              request("nobody", "x"), request(server.ufrag(), "guess"), new byte[] {0, 1, 2})) {
        socket.send(new DatagramPacket(request, request.length));
      }
      byte[] hello = new byte[] {22, (byte) 254, (byte) 253, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
      socket.send(new DatagramPacket(hello, hello.length));
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> socket.receive(new DatagramPacket(new byte[500], 500)))
          .isInstanceOf(SocketTimeoutException.class);
    }
    meeting().awaitDrops(DropReason.UNKNOWN_ADDRESS, 1);
    meeting().awaitDrops(DropReason.STUN_UNKNOWN_USERNAME, 1);
    meeting().awaitDrops(DropReason.STUN_FORGED, 1);
    meeting().awaitDrops(DropReason.STUN_MALFORMED, 1);
  }

  @Test
  void whoCallsWithoutFingerprintAttributeOrWithUnknownOnesIsToldSo() throws Exception {
    ServerSide server = open().newConnection().announce().serverSide();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(server.address());
      socket.setSoTimeout(5000);
      assertThat(errorCode(socket, server, 0x7777)).isEqualTo(Stun.UNKNOWN_ATTRIBUTE);
      assertThat(errorCode(socket, server, Stun.ICE_CONTROLLED)).isEqualTo(Stun.ROLE_CONFLICT);
    }
  }

  private static int errorCode(DatagramSocket socket, ServerSide server, int attribute)
      throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    int length =
        new StunWriter(bytes, 0, Stun.BINDING_REQUEST, new byte[12])
            .text(Stun.USERNAME, server.ufrag() + ":x")
            .longNumber(attribute, 1)
            .integrity(StunIntegrity.shortTerm(server.pwd()))
            .length();
    socket.send(new DatagramPacket(bytes.array(), length));
    DatagramPacket answer = new DatagramPacket(new byte[500], 500);
    socket.receive(answer);
    assertThat(answer.getLength()).isLessThanOrEqualTo(length + 40);
    var message = new parley.wire.stun.StunMessage();
    assertThat(message.wrap(ByteBuffer.wrap(answer.getData()), 0, answer.getLength())).isTrue();
    return message.errorCode();
  }

  @Test
  void randomDatagramsHarmNobody() throws Exception {
    Meeting.Connection connection = open().newConnection().establish();
    int rounds = Integer.getInteger("flood.datagrams", 100_000);
    Random random = new Random(29);
    InetSocketAddress target = connection.serverSide().address();
    byte[] before = Meeting.rtp(1, 100);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(target);
      for (int i = 0; i < rounds; i++) {
        byte[] bytes = new byte[random.nextInt(i % 100 == 0 ? 3000 : 120)];
        random.nextBytes(bytes);
        if (bytes.length > 20 && i % 3 == 0) {
          shapeLikeStun(bytes);
        }
        socket.send(new DatagramPacket(bytes, bytes.length));
        if (i % 50 == 1) {
          connection.raw(bytes);
        }
      }
    }
    assertThat(heardAfterTheFlood(connection)).hasSize(before.length);
    connection.toPeer(before);
    assertThat(connection.atPeer.nextRtp()).isEqualTo(before);
    assertThat(meeting().drops(DropReason.FAILURE)).isZero();
    assertThat(Loops.on(connection.loop, () -> connection.loop.pool().inUse())).isLessThan(200);
  }

  /** What is left of the flood fills the socket for a while; UDP then loses one, never the next. */
  private static byte @Nullable [] heardAfterTheFlood(Meeting.Connection connection)
      throws Exception {
    byte[] heard = null;
    for (int sequence = 1; heard == null && sequence <= 100; sequence++) {
      connection.toServer(Meeting.rtp(sequence, 100));
      heard = connection.atServer.pollRtp(Duration.ofMillis(150));
    }
    return heard;
  }

  private static void shapeLikeStun(byte[] bytes) {
    ByteBuffer.wrap(bytes)
        .putShort(0, (short) 1)
        .putShort(2, (short) (bytes.length - 20))
        .putInt(4, 0x2112A442);
  }

  @Test
  void aFailingTaskDoesNotEndTheLoop() throws Exception {
    MediaLoop loop = open().port.loops().getFirst();
    loop.execute(() -> {
      throw new StackOverflowError("on purpose");
    });
    loop.schedule(
        Duration.ofMillis(1),
        () -> {
          throw new IllegalStateException("on purpose");
        });
    meeting().awaitDrops(DropReason.FAILURE, 2);
    assertThat(Loops.on(loop, loop::inLoop)).isTrue();
  }
}
