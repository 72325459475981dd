package parley.sfu.transport.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;

class SrtpSessionTest {
  private final PacketPool pool = new PacketPool(4096);
  private SrtpSession sender;
  private SrtpSession receiver;

  SrtpSessionTest() {
    connect(CipherSource.PORTABLE, SrtpProfile.AES_128_GCM);
  }

  static Stream<Arguments> everything() {
    return CipherSources.all()
        .flatMap(source ->
            Stream.of(SrtpProfile.values()).map(profile -> Arguments.of(source, profile)));
  }

  private void connect(CipherSource source, SrtpProfile profile) {
    byte[] exported = new byte[profile.exportLength()];
    new Random(1).nextBytes(exported);
    MasterKey client = MasterKey.ofClient(profile, exported);
    MasterKey server = MasterKey.ofServer(profile, exported);
    sender = new SrtpSession(source, profile, client, server);
    receiver = new SrtpSession(CipherSource.PORTABLE, profile, server, client);
  }

  @Test
  void producesThePacketsThatOtherLibrariesProduce() {
    MasterKey key =
        new MasterKey(
            HexFormat.of().parseHex("e1f97a0d3e018be0d64fa32c06de4139"),
            HexFormat.of().parseHex("0ec675ad498afeebb6960b3aabe6"));
    var session = new SrtpSession(CipherSource.PORTABLE, SrtpProfile.AES_128_CM_SHA1_80, key, key);
    PacketBuffer packet = buffer("800f1234decafbadcafebabe" + "ab".repeat(16));
    assertThat(session.sealRtp(packet)).isNull();
    assertThat(hex(packet))
        .isEqualTo("800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb");
    PacketBuffer compound = buffer("81c8000bcafebabe" + "ab".repeat(16));
    assertThat(session.sealRtcp(compound)).isNull();
    assertThat(hex(compound))
        .isEqualTo("81c8000bcafebabe7128035be487b9bdbef89041f977a5a880000001993e08cd54d6c1230798");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void whatIsSealedAgainIsTheSamePacket(CipherSource source, SrtpProfile profile) {
    connect(source, profile);
    List<String> sealed = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      PacketBuffer packet = rtp(new Random(i), 65_500 + i, 7);
      assertThat(sender.sealRtp(packet)).isNull();
      sealed.add(hex(packet));
      packet.release();
      sealAgain(rtp(new Random(i), 65_500 + i, 7), sealed.getLast()).release();
    }
    for (int i = 0; i < 100; i++) {
      PacketBuffer packet = sealAgain(rtp(new Random(i), 65_500 + i, 7), sealed.get(i));
      assertThat(receiver.openRtp(packet)).isNull();
      packet.release();
    }
  }

  private PacketBuffer sealAgain(PacketBuffer packet, String expected) {
    int payload = packet.length() - 12;
    packet.window(packet.offset(), 12);
    assertThat(sender.sealRtpAgain(packet, packet, packet.offset() + 12, payload)).isNull();
    assertThat(hex(packet)).isEqualTo(expected);
    return packet;
  }

  @ParameterizedTest
  @MethodSource("everything")
  void whatIsSealedOpens(CipherSource source, SrtpProfile profile) {
    connect(source, profile);
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      PacketBuffer packet = rtp(random, i, 7);
      String plain = hex(packet);
      assertThat(sender.sealRtp(packet)).isNull();
      assertThat(receiver.openRtp(packet)).isNull();
      assertThat(hex(packet)).isEqualTo(plain);
      packet.release();
      PacketBuffer compound = buffer("80c90001" + "01020304" + "55".repeat(4 * random.nextInt(50)));
      plain = hex(compound);
      assertThat(sender.sealRtcp(compound)).isNull();
      assertThat(receiver.openRtcp(compound)).isNull();
      assertThat(hex(compound)).isEqualTo(plain);
      compound.release();
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void sealsAPayloadThatStandsElsewhere(CipherSource source, SrtpProfile profile) {
    connect(source, profile);
    PacketBuffer shared = rtp(new Random(2), 77, 5);
    String plain = hex(shared);
    PacketBuffer header = buffer(plain.substring(0, 24));
    assertThat(sender.sealRtp(header, shared, shared.offset() + 12, shared.length() - 12)).isNull();
    assertThat(hex(shared)).isEqualTo(plain);
    assertThat(receiver.openRtp(header)).isNull();
    assertThat(hex(header)).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void dropsForgedAndReplayedPacketsAndGoesOn(CipherSource source, SrtpProfile profile) {
    connect(source, profile);
    PacketBuffer packet = rtp(new Random(3), 1, 5);
    sender.sealRtp(packet);
    PacketBuffer copy = buffer(hex(packet));
    int last = packet.offset() + packet.length() - 1;
    copy.bytes().put(last, (byte) (copy.bytes().get(last) ^ 1));
    PacketBuffer again = buffer(hex(packet));
    assertThat(receiver.openRtp(copy)).isEqualTo(DropReason.SRTP_FORGED);
    assertThat(receiver.openRtp(packet)).isNull();
    assertThat(receiver.openRtp(again)).isEqualTo(DropReason.SRTP_REPLAYED);

    PacketBuffer compound = buffer("80c9000101020304");
    sender.sealRtcp(compound);
    PacketBuffer sameCompound = buffer(hex(compound));
    assertThat(receiver.openRtcp(compound)).isNull();
    assertThat(receiver.openRtcp(sameCompound)).isEqualTo(DropReason.SRTP_REPLAYED);
  }

  @Test
  void survivesRolloverWithLossAndReordering() {
    Random random = new Random(65536);
    List<PacketBuffer> onTheWay = new ArrayList<>();
    int opened = 0;
    int sealed = 0;
    for (int i = 0; i < 300_000; i++) {
      PacketBuffer packet = rtp(random, 65_000 + i, 9);
      packet.window(packet.offset(), 20);
      assertThat(sender.sealRtp(packet)).isNull();
      if (random.nextInt(10) == 0) {
        packet.release();
        continue;
      }
      sealed++;
      onTheWay.add(packet);
      if (onTheWay.size() > 40) {
        PacketBuffer arrived = onTheWay.remove(random.nextInt(40));
        opened += receiver.openRtp(arrived) == null ? 1 : 0;
        arrived.release();
      }
    }
    assertThat(opened).isEqualTo(sealed - onTheWay.size());
  }

  @Test
  void aPacketFromBeforeTheFirstRolloverIsDropped() {
    PacketBuffer late = rtp(new Random(1), 65_535, 4);
    sender.sealRtp(late);
    PacketBuffer first = rtp(new Random(1), 0, 4);
    connect(CipherSource.PORTABLE, SrtpProfile.AES_128_GCM);
    sender.sealRtp(first);
    assertThat(receiver.openRtp(first)).isNull();
    assertThat(receiver.openRtp(late)).isEqualTo(DropReason.SRTP_REPLAYED);
  }

  @Test
  void neverSealsTheSameIndexTwice() {
    assertThat(sender.sealRtp(rtp(new Random(1), 9, 4))).isNull();
    assertThat(sender.sealRtp(rtp(new Random(2), 9, 4))).isEqualTo(DropReason.SRTP_REPLAYED);
  }

  @Test
  void refusesClearRtcp() {
    PacketBuffer compound = buffer("80c9000101020304" + "00".repeat(16) + "00000005");
    assertThat(receiver.openRtcp(compound)).isEqualTo(DropReason.SRTP_FORGED);
  }

  @Test
  void remembersABoundedNumberOfStreams() {
    for (int ssrc = 0; ssrc < 2048; ssrc++) {
      PacketBuffer packet = rtp(new Random(ssrc), 1, ssrc);
      sender.sealRtp(packet);
      assertThat(receiver.openRtp(packet)).isNull();
      packet.release();
    }
    PacketBuffer packet = rtp(new Random(1), 1, 5000);
    sender.sealRtp(packet);
    assertThat(receiver.openRtp(packet)).isEqualTo(DropReason.SRTP_TOO_MANY_STREAMS);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void anyBytesAreDroppedQuietly(CipherSource source, SrtpProfile profile) {
    connect(source, profile);
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(i % 10 == 0 ? PacketBuffer.MAX_PACKET : 60)];
      random.nextBytes(bytes);
      if (bytes.length > 0) {
        bytes[0] = (byte) (0x80 | random.nextInt(64));
      }
      PacketBuffer packet = buffer(HexFormat.of().formatHex(bytes));
      assertThat(receiver.openRtp(packet)).isNotNull();
      assertThat(receiver.openRtcp(packet)).isNotNull();
      packet.release();
    }
  }

  private PacketBuffer rtp(Random random, int sequenceNumber, int ssrc) {
    PacketBuffer packet = Objects.requireNonNull(pool.take());
    byte[] payload = new byte[random.nextInt(1200)];
    random.nextBytes(payload);
    packet.bytes().putInt(packet.offset(), 0x80600000 | (sequenceNumber & 0xFFFF));
    packet.bytes().putInt(packet.offset() + 4, 1000);
    packet.bytes().putInt(packet.offset() + 8, ssrc);
    packet.bytes().put(packet.offset() + 12, payload);
    packet.window(packet.offset(), 12 + payload.length);
    return packet;
  }

  private PacketBuffer buffer(String hex) {
    PacketBuffer packet = Objects.requireNonNull(pool.take());
    byte[] bytes = HexFormat.of().parseHex(hex);
    packet.bytes().put(packet.offset(), bytes);
    packet.window(packet.offset(), bytes.length);
    return packet;
  }

  private static String hex(PacketBuffer packet) {
    byte[] bytes = new byte[packet.length()];
    packet.bytes().get(packet.offset(), bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
