package parley.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitRtc.SignalResponse.MessageCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.sfu.packet.Layer;
import parley.wire.sdp.Direction;
import parley.wire.sdp.MediaSection;

/** People press faster than browsers negotiate: what was asked for last is what holds. */
class HasteScenarioTest {
  private static final Duration SOON = Duration.ofMillis(300);

  private final TestServer test = new TestServer();
  private final HastyClient ben = new HastyClient(test.client("ben"));
  private final HastyClient anna = new HastyClient(test.client("anna"));
  private final Map<String, Boolean> wishes = new HashMap<>();
  private final Map<String, Boolean> hidden = new HashMap<>();
  private final Map<String, Boolean> small = new HashMap<>();
  private boolean everybody = true;

  @Test
  void whatIsTakenBackAndPublishedAtOnceIsAnnounced() {
    for (HastyClient.Own track : List.of(anna.microphone, anna.camera)) {
      anna.publish(track);
      settle();
      String before = track.sid;
      anna.takeBack(track);
      anna.publish(track);
      settle();
      assertThat(track.sid).isNotNull().isNotEqualTo(before);
      compare();
    }
  }

  @Test
  void aTrackThatIsAskedForAgainComesUnderANewSsrc() {
    anna.publish(anna.camera);
    settle();
    wish(anna.camera, false);
    settle();
    wish(anna.camera, true);
    settle();
    List<FakeMedia.Delivery> deliveries = ben.client.leg().deliveries;
    assertThat(deliveries).hasSize(2);
    assertThat(deliveries.get(1).spec.ssrc()).isNotEqualTo(deliveries.get(0).spec.ssrc());
    assertThat(deliveries.get(1).spec.rtxSsrc()).isNotEqualTo(deliveries.get(0).spec.rtxSsrc());
    compare();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsDoneInHasteEndsAsItWasAskedForLast(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 8; round++) {
      for (int i = random.nextInt(30); i >= 0; i--) {
        act(random);
      }
      settle();
      compare();
    }
  }

  private void act(SplittableRandom random) {
    HastyClient.Own track = random.nextBoolean() ? anna.microphone : anna.camera;
    switch (random.nextInt(13)) {
      case 0, 1 -> {
        if (!track.published()) {
          anna.publish(track);
        } else if (anna.mayTakeBack(track)) {
          anna.takeBack(track);
        }
      }
      case 2 -> {
        if (anna.mayTakeBack(track)) {
          anna.mute(track);
        }
      }
      case 3, 4 -> wish(track, random.nextBoolean());
      case 5 -> show(track, random.nextBoolean(), random.nextBoolean());
      case 6 -> {
        everybody = random.nextBoolean();
        anna.say(Requests.everybodyMaySubscribe(everybody));
      }
      case 7, 8 -> (random.nextBoolean() ? anna : ben).deliver();
      case 9, 10 -> (random.nextBoolean() ? anna : ben).hear();
      case 11 -> (random.nextBoolean() ? anna : ben).offer();
      default -> {
        flow();
        test.advance(Duration.ofMillis(random.nextInt(150)));
      }
    }
  }

  /** Its sid, once others can know it. */
  private @Nullable String known(HastyClient.Own track) {
    String sid = track.sid;
    boolean told =
        ben.client.all(MessageCase.UPDATE).stream()
            .flatMap(message -> message.getUpdate().getParticipantsList().stream())
            .flatMap(participant -> participant.getTracksList().stream())
            .anyMatch(one -> one.getSid().equals(sid));
    return told ? sid : null;
  }

  private void wish(HastyClient.Own track, boolean wanted) {
    String sid = known(track);
    if (sid != null) {
      wishes.put(sid, wanted);
      ben.say(Requests.subscribe(sid, wanted));
    }
  }

  private void show(HastyClient.Own track, boolean hide, boolean smaller) {
    String sid = known(track);
    if (sid != null && track == anna.camera) {
      hidden.put(sid, hide);
      small.put(sid, smaller);
      var setting = Requests.size(sid, smaller ? 320 : 1280, smaller ? 180 : 720);
      setting.getTrackSettingBuilder().setDisabled(hide);
      ben.say(setting);
    }
  }

  /** First packets of whatever the server takes. */
  private void flow() {
    FakeMedia.Leg leg = anna.client.leg();
    List.copyOf(leg.tracks.values()).stream()
        .filter(track -> !track.ended)
        .forEach(track -> leg.listener.trackLive(track.spec.sid()));
  }

  private void settle() {
    int steps = 0;
    for (int calm = 0; calm < 5; calm++) {
      assertThat(steps++).isLessThan(1_000);
      test.advance(SOON);
      flow();
      boolean any = false;
      for (HastyClient one : List.of(anna, ben)) {
        one.client.leg().heard();
        any |= one.deliver() | one.hear();
      }
      calm = any ? -1 : calm;
    }
  }

  /** What is announced, negotiated and forwarded is what was asked for last. */
  private void compare() {
    assertThat(ben.client.closed).isNull();
    assertThat(anna.client.closed).isNull();
    Map<String, HastyClient.Own> published = new HashMap<>();
    for (HastyClient.Own track : List.of(anna.microphone, anna.camera)) {
      if (track.published()) {
        assertThat(track.sid).isNotNull();
        published.put(track.sid, track);
      }
    }
    compareAnnounced(published);
    Set<String> expected = new HashSet<>(published.keySet());
    expected.removeIf(sid -> !everybody || !wishes.getOrDefault(sid, true));
    compareNegotiated(expected);
    compareForwarded(expected);
  }

  private void compareAnnounced(Map<String, HastyClient.Own> published) {
    Map<String, Boolean> muted = new HashMap<>();
    published.forEach((sid, track) -> muted.put(sid, track.muted));
    Map<String, Boolean> told = new HashMap<>();
    for (TrackInfo track : ben.client.info("anna").getTracksList()) {
      told.put(track.getSid(), track.getMuted());
    }
    assertThat(told).isEqualTo(muted);
    Map<String, Boolean> taken = new HashMap<>();
    anna.client
        .leg()
        .tracks
        .forEach((sid, track) -> {
          if (!track.ended) {
            taken.put(sid, track.muted);
          }
        });
    assertThat(taken).isEqualTo(muted);
  }

  private void compareNegotiated(Set<String> expected) {
    Map<String, String> sending = new HashMap<>();
    for (MediaSection section : ben.client.answer().media()) {
      if (section.direction() == Direction.SENDONLY) {
        String msid = String.valueOf(section.value("msid"));
        sending.put(String.valueOf(section.mid()), msid.substring(msid.indexOf(' ') + 1));
      }
    }
    assertThat(sending.values()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(lastAnswer()).isEqualTo(sending);
  }

  private Map<String, String> lastAnswer() {
    return ben.client.the(MessageCase.ANSWER).getAnswer().getMidToTrackIdMap();
  }

  private void compareForwarded(Set<String> expected) {
    Set<Integer> ssrcs = new HashSet<>();
    Set<String> flowing = new HashSet<>();
    for (FakeMedia.Delivery one : ben.client.leg().deliveries) {
      assertThat(ssrcs.add(one.spec.ssrc())).isTrue();
      if (!one.ended) {
        assertThat(flowing.add(one.trackSid)).isTrue();
        assertThat(lastAnswer()).containsEntry(one.spec.mid(), one.trackSid);
        assertThat(ssrcsOf(one.spec.mid())).contains(one.spec.ssrc());
        assertThat(one.paused).isEqualTo(hidden.getOrDefault(one.trackSid, false));
        boolean low = small.getOrDefault(one.trackSid, false);
        assertThat(one.target).isEqualTo(low ? Layer.LOW : Layer.HIGH);
      }
    }
    assertThat(flowing).isEqualTo(expected);
  }

  private List<Integer> ssrcsOf(String mid) {
    return ben.client.answer().media().stream()
        .filter(section -> mid.equals(section.mid()))
        .flatMap(section -> section.ssrcs().media().stream())
        .toList();
  }
}
