package parley.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.wire.rtp.ExtensionWriter;
import parley.wire.rtp.RtpHeader;

/** Who is loudest of those who speak, when one of them makes its levels up. */
class FloorScenarioTest {
  private static final int SECONDS = 180;

  /** How somebody sounds: one packet of 20 ms after the other. */
  private interface Voice {
    /** The level in −dBov; 127 is silence. */
    int next();
  }

  private final Map<String, Float> levels = new HashMap<>();
  private final VirtualCall call =
      new VirtualCall(
          new RoomListener() {
            @Override
            public void speakers(List<SpeakerLevel> changes) {
              changes.forEach(one -> levels.put(one.participantSid(), one.level()));
            }
          });
  private final Map<String, Double> led = new LinkedHashMap<>();
  private double windows;
  private int turn;
  private int turnLeft;

  @ParameterizedTest
  @CsvSource({
    "CONSTANT,2,1",
    "CONSTANT,4,2",
    "TINY,3,3",
    "FLICKER,2,4",
    "FLICKER,4,5",
    "SPEECHLIKE,2,6",
    "SPEECHLIKE,3,7",
    "SPEECHLIKE,5,8",
    "JUST_LOUDER,2,9",
    "JUST_LOUDER,4,10"
  })
  void aForgerLeadsNoMoreThanAnybody(String how, int talkers, long seed) {
    for (boolean inTurn : new boolean[] {false, true}) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<String, Voice> voices = voices(talkers, inTurn, random);
      voices.put("PA_forger", forger(how, random));
      listen(voices, how.equals("TINY"));
      assertThat(led.getOrDefault("PA_forger", 0.0) / windows)
          .as("%s, in turn %s: %s of %s", how, inTurn, led, windows)
          .isLessThanOrEqualTo(1.0 / talkers + 0.1);
    }
  }

  @Test
  void whoSpeaksAloneIsNeverHeldBack() {
    SplittableRandom random = new SplittableRandom(11);
    listen(voices(1, false, random), false);
    assertThat(led.get("PA_0") / windows).isGreaterThan(0.8);
  }

  @Test
  void whoeverHasTheTurnLeadsInAConversation() {
    SplittableRandom random = new SplittableRandom(12);
    Map<String, Voice> voices = voices(3, true, random);
    listen(voices, false);
    led.values().forEach(one -> assertThat(one / windows).isBetween(0.2, 0.5));
  }

  private Map<String, Voice> voices(int talkers, boolean inTurn, SplittableRandom random) {
    Map<String, Voice> voices = new LinkedHashMap<>();
    for (int i = 0; i < talkers; i++) {
      int me = i;
      int loudness = random.nextInt(15, 28);
      int[] left = {0};
      boolean[] on = {false};
      voices.put(
          "PA_" + i,
          () -> {
            if (inTurn) {
              return turn % talkers == me && turnLeft > 25 ? syllable(loudness, random) : 127;
            }
            if (left[0]-- == 0) {
              on[0] = !on[0];
              left[0] = on[0] ? random.nextInt(50, 200) : random.nextInt(15, 75);
            }
            return on[0] ? syllable(loudness, random) : 127;
          });
    }
    return voices;
  }

  private Voice forger(String how, SplittableRandom random) {
    int[] count = {0};
    return switch (how) {
      case "FLICKER" -> () -> count[0]++ % 5 == 0 ? 100 : 0;
      case "SPEECHLIKE" -> () -> syllable(0, random);
      case "JUST_LOUDER" -> () -> syllable(12, random);
      default -> () -> 0;
    };
  }

  private static int syllable(int loudness, SplittableRandom random) {
    return random.nextInt(6) == 0 ? 60 : loudness + random.nextInt(8);
  }

  private void listen(Map<String, Voice> voices, boolean tiny) {
    led.clear();
    levels.clear();
    windows = 0;
    List<FakeTransport> senders = new ArrayList<>();
    voices.forEach((sid, voice) -> {
      TrackSpec microphone =
          new TrackSpec("TR_" + sid, TrackKind.AUDIO, "0", List.of(new EncodingSpec("", 42, 0)));
      call.join(sid).publish(microphone);
      senders.add(call.transports.getLast());
    });
    SplittableRandom turns = new SplittableRandom(3);
    for (int packet = 0; packet < SECONDS * 50; packet++) {
      if (turnLeft-- <= 0) {
        turn++;
        turnLeft = turns.nextInt(100, 400);
      }
      int at = 0;
      for (Voice voice : voices.values()) {
        int level = voice.next();
        boolean small = level == 127 || tiny && at == voices.size() - 1;
        senders.get(at++).deliverRtp(opus(packet, level, small ? 3 : 80));
      }
      call.run(20);
      if (packet % 20 == 19) {
        count();
      }
    }
    List.copyOf(call.room.participants()).forEach(one -> one.remove(LeaveReason.LEFT));
  }

  private void count() {
    float loudest = levels.values().stream().max(Float::compare).orElse(0f);
    if (loudest > 0) {
      windows++;
      List<String> leaders =
          levels.keySet().stream().filter(sid -> levels.get(sid) == loudest).toList();
      leaders.forEach(sid -> led.merge(sid, 1.0 / leaders.size(), Double::sum));
    }
  }

  private static byte[] opus(int number, int level, int payload) {
    ByteBuffer b = ByteBuffer.allocate(200);
    RtpHeader.write(b, 0, Sdp.OPUS, number & 0xFFFF, 960 * number, 42);
    ExtensionWriter extensions = new ExtensionWriter();
    extensions.begin(b, 0);
    b.put(extensions.element(Sdp.LEVEL_ID, 1), (byte) (0x80 | level));
    return VideoSender.bytes(b.position(0).limit(extensions.end() + payload));
  }
}
