package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.sfu.packet.DropReason;
import parley.wire.rtp.ExtensionWriter;
import parley.wire.rtp.RtpHeader;
import parley.wire.rtp.RtpPacket;

class AudioScenarioTest {
  private static final int SSRC = 500;

  private final List<String> speakers = new ArrayList<>();
  private final VirtualCall call =
      new VirtualCall(
          new RoomListener() {
            @Override
            public void speakers(List<SpeakerLevel> changes) {
              changes.forEach(one ->
                  speakers.add(one.participantSid() + (one.active() ? " speaks" : " is silent")));
            }
          });
  private final List<byte[]> heard = new ArrayList<>();
  private PublishedTrack track = microphone();
  private FakeTransport sender = call.transports.getFirst();
  private int sequenceNumber = 100;
  private int timestamp = 48_000;

  private PublishedTrack microphone() {
    Participant speaker = call.join("PA_a");
    TrackSpec spec =
        new TrackSpec("TR_AM1", TrackKind.AUDIO, "0", List.of(new EncodingSpec("", 42, 0)));
    PublishedTrack published = speaker.publish(spec);
    call.join("PA_b").subscribe(published, Sdp.receiverAudio(SSRC));
    call.transports.getLast().rtpOut = heard::add;
    return published;
  }

  private byte[] opus(int ssrc, int level) {
    ByteBuffer b = ByteBuffer.allocate(200);
    RtpHeader.write(b, 0, Sdp.OPUS, sequenceNumber++, timestamp += 960, ssrc);
    ExtensionWriter extensions = new ExtensionWriter();
    extensions.begin(b, 0);
    b.put(extensions.element(Sdp.LEVEL_ID, 1), (byte) (0x80 | level));
    return VideoSender.bytes(b.position(0).limit(extensions.end() + 60));
  }

  private void speak(int packets, int level) {
    for (int i = 0; i < packets; i++) {
      sender.deliverRtp(opus(42, level));
      call.run(20);
    }
  }

  private static RtpPacket view(byte[] bytes) {
    RtpPacket view = new RtpPacket();
    assertThat(view.wrap(ByteBuffer.wrap(bytes), 0, bytes.length)).isTrue();
    return view;
  }

  @Test
  void soundArrivesUnderTheReceiversNumbers() {
    speak(50, 20);
    assertThat(heard).hasSize(50);
    RtpPacket first = view(heard.getFirst());
    RtpPacket last = view(heard.getLast());
    assertThat(first.ssrc()).isEqualTo(SSRC);
    assertThat(first.payloadType()).isEqualTo(Sdp.THEIR_OPUS);
    assertThat(last.sequenceNumber() - first.sequenceNumber() & 0xFFFF).isEqualTo(49);
    assertThat(last.timestamp() - first.timestamp()).isEqualTo(49 * 960);
    assertThat(first.buffer().get(first.findExtension(3))).isEqualTo((byte) '8');
  }

  @Test
  void muteStopsCleanlyAndSoundGoesOnWithoutAHole() {
    speak(20, 20);
    track.muted(true);
    speak(20, 20);
    assertThat(heard).hasSize(20);
    track.muted(false);
    speak(20, 20);
    assertThat(heard).hasSize(40);
    RtpPacket before = view(heard.get(19));
    RtpPacket after = view(heard.get(20));
    assertThat(after.sequenceNumber() - before.sequenceNumber() & 0xFFFF).isEqualTo(1);
    assertThat(after.timestamp() - before.timestamp()).isEqualTo(21 * 960);
  }

  @Test
  void speakerIsToldOnceAndSoIsItsEnd() {
    speak(100, 20);
    assertThat(speakers).allMatch(one -> one.equals("PA_a speaks")).isNotEmpty();
    speak(150, 90);
    assertThat(speakers.getLast()).isEqualTo("PA_a is silent");
  }

  @Test
  void aCoughIsNoSpeech() {
    speak(40, 90);
    speak(2, 10);
    speak(40, 90);
    assertThat(speakers).isEmpty();
  }

  @Test
  void levelsOfAMutedTrackDoNotCount() {
    track.muted(true);
    speak(100, 10);
    assertThat(speakers).isEmpty();
  }

  @Test
  void strangeSsrcIsNobodys() {
    sender.deliverRtp(opus(43, 20));
    assertThat(heard).isEmpty();
    assertThat(call.loop.drops().of(DropReason.UNKNOWN_STREAM)).isEqualTo(1);
  }

  @Test
  void streamOfOneParticipantIsNotTakenFromAnother() {
    call.transports.get(1).deliverRtp(opus(42, 20));
    assertThat(heard).isEmpty();
  }

  @Test
  void unpublishedTrackIsForgotten() {
    speak(10, 20);
    track.unpublish();
    speak(10, 20);
    assertThat(heard).hasSize(10);
    assertThat(call.room.participants()).allMatch(one -> one.subscribed().isEmpty());
  }

  @Test
  void codecThatTheReceiverLacksIsLeftOut() {
    Participant third = call.join("PA_c");
    RtpCodec other = new RtpCodec("audio/PCMU", 0, -1, 8000, "", Set.of());
    List<byte[]> theirs = new ArrayList<>();
    call.transports.getLast().rtpOut = theirs::add;
    third.subscribe(track, new SubscribeSpec("1", 9, 0, List.of(other), Map.of()));
    speak(5, 20);
    assertThat(theirs).isEmpty();
    assertThat(call.loop.drops().of(DropReason.CODEC_NOT_NEGOTIATED)).isEqualTo(5);
  }

  @Test
  void restartedStreamIsBelievedAtTheSecondPacket() {
    speak(10, 20);
    sequenceNumber += 20_000;
    timestamp += 1_000_000_000;
    speak(10, 20);
    assertThat(heard).hasSize(19);
    RtpPacket before = view(heard.get(9));
    RtpPacket after = view(heard.get(10));
    assertThat(after.sequenceNumber() - before.sequenceNumber() & 0xFFFF).isEqualTo(1);
    assertThat(after.timestamp() - before.timestamp()).isBetween(1, 4_000);
  }
}
