package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Layer;
import parley.wire.rtcp.RtcpWriter;

/** What one participant sends harms nobody else. */
class HostileScenarioTest {
  private static final int SSRC = 777_000;

  private final VirtualCall call = new VirtualCall();
  private PublishedTrack track;
  private VideoSender camera;
  private SubscribedTrack subscribed;
  private VideoReceiver screen;
  private FakeTransport sender;
  private FakeTransport receiver;

  @BeforeEach
  void meet() {
    track = call.join("PA_a").publish(VirtualCall.simulcast("q", "h", "f"));
    camera = call.camera(call.perfect(), call.perfect(), "q", "h", "f");
    sender = call.transports.getLast();
    subscribed = call.join("PA_b").subscribe(track, Sdp.receiverVideo(SSRC, SSRC + 1));
    screen = call.screen(SSRC, SSRC + 1, call.perfect(), call.perfect());
    receiver = call.transports.getLast();
    camera.start();
    call.run(2_000);
  }

  private static byte[] nack(int ssrc, int entries, int from) {
    RtcpWriter writer = new RtcpWriter(1200);
    writer.clear();
    writer.nack(1, ssrc);
    for (int i = 0; i < entries; i++) {
      writer.nackEntry(from + 17 * i & 0xFFFF, 0xFFFF);
    }
    return VideoSender.bytes(writer.compound());
  }

  @Test
  void askingForEverythingAgainMultipliesNothing() {
    for (int i = 0; i < 3_000; i++) {
      int last = (int) (long) screen.got.lastKey();
      receiver.deliverRtcp(nack(SSRC, 40, last - 680));
      call.run(3);
    }
    long bytes = subscribed.stats().bytes();
    assertThat(subscribed.repeatedBytes()).isLessThan(bytes / 4 + bytes / 50 + 3_000);
    assertThat(call.loop.drops().of(DropReason.RETRANSMISSION_LIMIT)).isPositive();
    assertThat(screen.missing()).isEmpty();
  }

  @Test
  void nobodyAsksOnAnothersBehalf() {
    int plis = camera.plis;
    call.join("PA_c");
    FakeTransport third = call.transports.getLast();
    RtcpWriter writer = new RtcpWriter(100);
    writer.clear();
    writer.pictureLoss(1, SSRC);
    third.deliverRtcp(VideoSender.bytes(writer.compound()));
    third.deliverRtcp(nack(SSRC, 10, 0));
    call.run(2_000);
    assertThat(camera.plis).isEqualTo(plis);
    assertThat(screen.repaired).isZero();
  }

  @Test
  void randomPacketsAreDroppedAndCounted() {
    SplittableRandom random = new SplittableRandom(11);
    receiver.discard = true;
    List<byte[]> seeds = new ArrayList<>();
    VideoSender other = new VideoSender(call.loop, "1", seeds::add, bytes -> {}, "q", "h", "f");
    other.start();
    call.run(500);
    for (int i = 0; i < 30_000; i++) {
      byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
      for (int change = random.nextInt(6); change > 0; change--) {
        bytes[random.nextInt(40)] = (byte) random.nextInt();
      }
      sender.deliverRtp(bytes);
      byte[] noise = new byte[4 * random.nextInt(1, 60)];
      random.nextBytes(noise);
      ByteBuffer.wrap(noise)
          .putShort(0, (short) (0x8000 | random.nextInt(32) << 8 | 200 + random.nextInt(8)));
      noise[3] = (byte) (noise.length / 4 - 1);
      receiver.deliverRtcp(noise);
      sender.deliverRtcp(noise);
      if (i % 100 == 0) {
        call.run(10);
      }
    }
    call.room.close();
    call.run(5_000);
    assertThat(call.loop.drops().of(DropReason.FAILURE)).isZero();
    assertThat(call.loop.pool().inUse()).isZero();
  }

  @Test
  void floodDoesNotReachTheOthers() {
    long before = call.traffic.sent().sum();
    byte[] packet = new byte[1_000];
    ByteBuffer.wrap(packet).putShort(0, (short) 0x8060).putInt(8, 1_000);
    for (int i = 0; i < 100_000; i++) {
      ByteBuffer.wrap(packet).putShort(2, (short) i);
      sender.deliverRtp(packet);
    }
    assertThat(call.loop.drops().of(DropReason.TOO_MANY_PACKETS)).isGreaterThan(90_000);
    assertThat(call.traffic.sent().sum() - before).isLessThan(5_000);
  }

  /** Packets of 1,000 bytes, so many bits a second for so long. */
  private void send(FakeTransport from, int ssrc, int megabits, int seconds) {
    byte[] packet = new byte[1_000];
    ByteBuffer.wrap(packet).putShort(0, (short) (0x8000 | Sdp.VP8)).putInt(8, ssrc);
    int aMilli = megabits * 1_000 / 8 / 1_000;
    int number = 0;
    for (int milli = 0; milli < 1_000 * seconds; milli++) {
      for (int i = 0; i < aMilli; i++) {
        ByteBuffer.wrap(packet).putShort(2, (short) number++);
        from.deliverRtp(packet);
      }
      call.run(1);
    }
  }

  @Test
  void bitsBeyondTheLimitReachNobodyAndTheSenderHears() {
    List<String> words = new ArrayList<>();
    PublishedTrack flood = join("PA_f", words).publish(camera("TR_f", 4_242, false));
    FakeTransport from = call.transports.getLast();
    send(from, 4_242, 48, 5);
    assertThat(flood.stats().bytes()).isGreaterThan(29_000_000);
    long dropped = call.loop.drops().of(DropReason.TOO_MANY_BITS);
    // 15 Mbit/s for five seconds, and two seconds' worth at once.
    assertThat(30_000 - dropped).isBetween(13_000L, 13_300L);
    assertThat(words).containsExactly("TR_f 15000000");
    assertThat(call.loop.drops().of(DropReason.TOO_MANY_PACKETS)).isZero();
  }

  @Test
  void aScreenInFullResolutionIsNoFlood() {
    List<String> words = new ArrayList<>();
    Participant presenter = join("PA_f", words);
    FakeTransport from = call.transports.getLast();
    presenter.publish(camera("TR_s", 4_243, true));
    send(from, 4_243, 32, 10);
    assertThat(words).isEmpty();
    assertThat(call.loop.drops().of(DropReason.TOO_MANY_BITS)).isZero();
  }

  private Participant join(String sid, List<String> words) {
    return call.join(
        sid,
        new ParticipantListener() {
          @Override
          public void tooMuch(PublishedTrack track, long bitsPerSecond) {
            words.add(track.sid() + " " + bitsPerSecond);
          }
        });
  }

  private static TrackSpec camera(String sid, int ssrc, boolean screen) {
    EncodingSpec encoding = new EncodingSpec("", ssrc, 0);
    return new TrackSpec(sid, TrackKind.VIDEO, screen, "9", List.of(encoding));
  }

  @Test
  void aFloodOfReportsIsNotRead() {
    RtcpWriter writer = new RtcpWriter(1200);
    writer.clear();
    writer.pictureLoss(1, SSRC);
    byte[] compound = VideoSender.bytes(writer.compound());
    for (int i = 0; i < 100_000; i++) {
      receiver.deliverRtcp(compound);
    }
    assertThat(call.loop.drops().of(DropReason.TOO_MUCH_RTCP)).isBetween(97_900L, 98_100L);
    byte[] longOne = nack(SSRC, 290, 0);
    call.run(1_000);
    for (int i = 0; i < 1_000; i++) {
      receiver.deliverRtcp(longOne);
    }
    assertThat(call.loop.drops().of(DropReason.TOO_MUCH_RTCP)).isGreaterThan(98_600L);
    int before = screen.got.size();
    call.run(1_000);
    assertThat(screen.got.size()).isGreaterThan(before + 20);
  }

  @Test
  void layersAreSwitchedAThousandTimesWithoutAComplaint() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 1_000; i++) {
      subscribed.targetLayer(Layer.values()[random.nextInt(3)]);
      call.run(random.nextInt(1, 400));
    }
    assertThat(screen.complaints()).isEmpty();
    assertThat(screen.missing()).isEmpty();
  }
}
