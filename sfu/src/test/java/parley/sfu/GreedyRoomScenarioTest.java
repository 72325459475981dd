package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.sfu.packet.DropReason;

/** A room of hostile people fills its retransmission buffers; the room beside it goes on. */
class GreedyRoomScenarioTest {
  private static final int PEOPLE = 20;
  private static final int TRACKS = 10;
  private static final int MILLIS = 1_400;

  private final VirtualCall honest = new VirtualCall();
  private final VirtualCall greedy = new VirtualCall(honest.loop);
  private final byte[] packet = new byte[120];

  private void flood(List<FakeTransport> senders, int number) {
    for (FakeTransport sender : senders) {
      for (int track = 0; track < TRACKS; track++) {
        ByteBuffer.wrap(packet)
            .putShort(0, (short) (0x8000 | Sdp.VP8))
            .putShort(2, (short) number)
            .putInt(8, senders.indexOf(sender) * TRACKS + track + 1)
            .putInt(12, 0x9080_8001)
            .put(16, (byte) 0);
        sender.deliverRtp(packet);
      }
    }
  }

  private List<FakeTransport> crowd() {
    List<PublishedTrack> tracks = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      Participant sender = greedy.join("PA_" + i);
      for (int track = 0; track < TRACKS; track++) {
        int ssrc = i * TRACKS + track + 1;
        EncodingSpec encoding = new EncodingSpec("", ssrc, 0);
        tracks.add(
            sender.publish(new TrackSpec("TR_" + ssrc, TrackKind.VIDEO, "9", List.of(encoding))));
      }
    }
    List<FakeTransport> senders = List.copyOf(greedy.transports);
    Participant receiver = greedy.join("PA_receiver");
    for (int i = 0; i < tracks.size(); i++) {
      receiver.subscribe(tracks.get(i), Sdp.receiverVideo(10_000 + 2 * i, 10_001 + 2 * i));
    }
    greedy.transports.getLast().discard = true;
    return senders;
  }

  @Test
  void othersKeepForwarding() {
    PublishedTrack track = honest.join("PA_a").publish(VirtualCall.simulcast(""));
    VideoSender camera = honest.camera(honest.perfect(), honest.perfect(), "");
    honest.join("PA_b").subscribe(track, Sdp.receiverVideo(777, 778));
    VideoReceiver screen = honest.screen(777, 778, honest.perfect(), honest.perfect());
    screen.nacking = false;
    camera.start();
    honest.run(1_000);
    List<FakeTransport> senders = crowd();
    int number = 0;
    for (int milli = 0; milli < MILLIS; milli++) {
      if (milli % 5 < 2) {
        flood(senders, number++);
      }
      honest.run(1);
    }
    assertThat(honest.loop.drops().of(DropReason.POOL_EMPTY)).isPositive();
    assertThat(honest.loop.drops().of(DropReason.TOO_MANY_PACKETS)).isZero();
    honest.run(500);
    assertThat(screen.got).hasSizeGreaterThan(85);
    assertThat(screen.missing()).isEmpty();
    greedy.room.close();
    honest.room.close();
    honest.run(5_000);
    assertThat(honest.loop.pool().inUse()).isZero();
  }
}
