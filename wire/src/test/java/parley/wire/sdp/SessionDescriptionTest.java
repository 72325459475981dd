package parley.wire.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionDescriptionTest {

  @Test
  void keepsEveryLineOfRecordedDescriptions() {
    List<String> names = new ArrayList<>(RecordedSdp.OFFERS);
    names.addAll(RecordedSdp.ANSWERS);
    for (String name : names) {
      String text = RecordedSdp.text(name);
      String written = Objects.requireNonNull(SessionDescription.parse(text)).write();
      assertThat(comparable(written)).as(name).isEqualTo(comparable(text));
    }
  }

  @Test
  void readsWhatItWrote() {
    for (String name : RecordedSdp.OFFERS) {
      SessionDescription first = RecordedSdp.read(name);
      assertThat(SessionDescription.parse(first.write())).as(name).isEqualTo(first);
    }
  }

  @Test
  void readsTheChromiumOffer() {
    SessionDescription offer = RecordedSdp.read("chromium-offer-3");
    assertThat(offer.bundle()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8");
    assertThat(offer.media()).hasSize(9);
    MediaSection microphone = RecordedSdp.section("chromium-offer-3", "7");
    assertThat(microphone.direction()).isEqualTo(Direction.SENDONLY);
    assertThat(microphone.msid())
        .isEqualTo(
            new Msid(
                "9fdf3bca-914e-4db0-8ded-2a2dc9f5b07f", "0e9158ea-facc-402b-a90e-f7f808976832"));
    assertThat(microphone.ssrcs().media()).containsExactly(1526670726);
    MediaSection camera = RecordedSdp.section("chromium-offer-3", "8");
    assertThat(camera.sendRids()).containsExactly("q", "h", "f");
    assertThat(camera.extensions())
        .contains(
            new HeaderExtension(4, HeaderExtension.MID),
            new HeaderExtension(10, HeaderExtension.RID),
            new HeaderExtension(3, HeaderExtension.TRANSPORT_WIDE_CC));
  }

  @Test
  void readsCodecsWithParametersAndFeedback() {
    List<Codec> codecs = RecordedSdp.section("chromium-offer-1", "3").codecs();
    Codec vp8 = codecs.getFirst();
    assertThat(vp8.mime("video")).isEqualTo("video/vp8");
    assertThat(vp8.feedback())
        .containsExactly("goog-remb", "transport-cc", "ccm fir", "nack", "nack pli");
    Codec rtx = codecs.get(1);
    assertThat(rtx.is("RTX")).isTrue();
    assertThat(rtx.apt()).isEqualTo(96);
    Codec h264 =
        codecs.stream().filter(codec -> codec.payloadType() == 108).findFirst().orElseThrow();
    assertThat(h264.parameter("profile-level-id")).isEqualTo("42e01f");
    assertThat(h264.fmtp())
        .isEqualTo("108 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
    Codec opus = RecordedSdp.section("chromium-offer-1", "0").codecs().getFirst();
    assertThat(opus.rtpmap()).isEqualTo("111 opus/48000/2");
    assertThat(opus.apt()).isEqualTo(-1);
  }

  @Test
  void firefoxBundlesOnlyAndLeavesTheFingerprintToTheSession() {
    SessionDescription offer = RecordedSdp.read("firefox-offer-2");
    MediaSection camera = RecordedSdp.section("firefox-offer-2", "8");
    assertThat(camera.port()).isZero();
    assertThat(camera.rejected()).isFalse();
    assertThat(camera.ssrcs().media()).hasSize(3);
    assertThat(camera.ssrcs().repairs()).hasSize(3);
    assertThat(offer.inherited(camera, "fingerprint")).startsWith("sha-256 E7:0C");
    assertThat(camera.extensions()).contains(new HeaderExtension(9, HeaderExtension.RID));
  }

  @Test
  void aSectionWithPortZeroAndNoBundleOnlyIsRejected() {
    SessionDescription offer = Objects.requireNonNull(SessionDescription.parse(minimal("video 0")));
    assertThat(offer.media().getFirst().rejected()).isTrue();
  }

  @Test
  void readsTheTrackOfAnSsrcLineWhenThereIsNoMsid() {
    String text = minimal("audio 9") + "a=ssrc:17 cname:x\r\na=ssrc:17 msid:stream track\r\n";
    SessionDescription offer = Objects.requireNonNull(SessionDescription.parse(text));
    assertThat(offer.media().getFirst().msid()).isEqualTo(new Msid("stream", "track"));
  }

  @Test
  void takesBareLineFeeds() {
    String text = RecordedSdp.text("rtcnode-offer-C").replace("\r\n", "\n");
    assertThat(SessionDescription.parse(text)).isEqualTo(RecordedSdp.read("rtcnode-offer-C"));
  }

  @Test
  void refusesWhatIsNoDescription() {
    assertThat(SessionDescription.parse("")).isNull();
    assertThat(SessionDescription.parse("hello")).isNull();
    assertThat(SessionDescription.parse("v=1\r\no=- 1 1 IN IP4 0.0.0.0\r\n")).isNull();
    assertThat(SessionDescription.parse("v=0\r\ns=-\r\n")).isNull();
    assertThat(SessionDescription.parse("v=0\r\no=- 1 x IN IP4 0.0.0.0\r\n")).isNull();
    assertThat(SessionDescription.parse(minimal("video 70000"))).isNull();
    assertThat(SessionDescription.parse(minimal("video"))).isNull();
    assertThat(SessionDescription.parse(minimal("video 9") + "a=\r\n")).isNull();
    assertThat(SessionDescription.parse(minimal("video 9") + "no line\r\n")).isNull();
  }

  @Test
  void refusesFloodsOfSectionsAndAttributes() {
    String section = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n";
    assertThat(SessionDescription.parse(minimal("audio 9") + section.repeat(2000))).isNull();
    assertThat(SessionDescription.parse(minimal("audio 9") + "a=x\r\n".repeat(5000))).isNull();
  }

  /** Each limit is four times what browsers write, and one more is too much. */
  @ParameterizedTest
  @CsvSource({
    "rtpmap:96 VP8/90000, 160",
    "fmtp:96 a=b, 160",
    "rtcp-fb:* nack, 480",
    "extmap:1 urn:x, 80",
    "candidate:1 1 udp 1 192.0.2.1 1 typ host, 80",
    "rid:1 send, 16",
    "simulcast:send 1, 4",
    "ssrc:1 cname:x, 96",
    "ssrc-group:FID 1 2, 32"
  })
  void countsWhatMultipliesWork(String attribute, int most) {
    String line = "a=" + attribute + "\r\n";
    assertThat(SessionDescription.parse(minimal("video 9") + line.repeat(most))).isNotNull();
    assertThat(SessionDescription.parse(minimal("video 9") + line.repeat(most + 1))).isNull();
  }

  @Test
  void countsFormatsAndMeasuresLines() {
    String formats = minimal("video 9").replace(" 111", " 96".repeat(160));
    assertThat(SessionDescription.parse(formats)).isNotNull();
    assertThat(SessionDescription.parse(formats.replace(" 96\r", " 96 96\r"))).isNull();
    String line = "a=x:" + "y".repeat(20_000) + "\r\n";
    assertThat(SessionDescription.parse(minimal("video 9") + line)).isNull();
  }

  @Test
  void aPayloadTypeIsBuiltOnceHoweverOftenItStands() {
    String text =
        minimal("video 9").replace(" 111", " 96".repeat(160))
            + "a=rtpmap:96 VP8/90000\r\n"
            + "a=rtcp-fb:* nack\r\n".repeat(480);
    SessionDescription offer = Objects.requireNonNull(SessionDescription.parse(text));
    Codec codec = offer.media().getFirst().codecs().getFirst();
    assertThat(offer.media().getFirst().codecs()).hasSize(1);
    assertThat(codec.feedback()).hasSize(32);
  }

  private static String minimal(String media) {
    String rest = media.contains(" ") ? " UDP/TLS/RTP/SAVPF 111" : "";
    return "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=" + media + rest + "\r\n";
  }

  /** The writer puts its own address into o= and a c= line into every section. */
  private static List<String> comparable(String sdp) {
    return sdp.lines().filter(line -> !line.startsWith("c=") && !line.startsWith("o=")).toList();
  }
}
