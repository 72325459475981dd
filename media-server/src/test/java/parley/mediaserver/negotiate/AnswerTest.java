package parley.mediaserver.negotiate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.mediaserver.RecordedOffers;
import parley.mediaserver.negotiate.SectionPlan.Idle;
import parley.mediaserver.negotiate.SectionPlan.Publish;
import parley.mediaserver.negotiate.SectionPlan.Rejected;
import parley.mediaserver.negotiate.SectionPlan.Subscribe;
import parley.sfu.DtlsFingerprint;
import parley.sfu.IceCandidate;
import parley.sfu.IceCredentials;
import parley.sfu.RtpCodec;
import parley.wire.sdp.Codec;
import parley.wire.sdp.Direction;
import parley.wire.sdp.HeaderExtension;
import parley.wire.sdp.MediaSection;
import parley.wire.sdp.Origin;
import parley.wire.sdp.SessionDescription;

class AnswerTest {
  private static final OwnTransport OWN =
      new OwnTransport(
          new IceCredentials("ours", "our-password-of-22-chars"),
          new DtlsFingerprint("sha-256", new byte[32]),
          List.of(
              new IceCandidate("1", "udp", 2130706431L, "192.0.2.1", 7882),
              new IceCandidate("2", "tcp", 1671430143L, "192.0.2.1", 7881)));
  private static final Subscribe SENT = new Subscribe("PA_1|TR_1", "TR_1", "PA_1", -5, 7, false);

  @ParameterizedTest
  @ValueSource(strings = {"chromium-offer-1", "firefox-offer-1", "rtcnode-offer-A"})
  void unusedSectionsAreInactiveAndTheDataChannelIsDeclined(String name) {
    SessionDescription answer = answer(name, idle(name));
    assertThat(answer.media().stream().map(MediaSection::mid))
        .containsExactly("0", "1", "2", "3", "4", "5", "6");
    assertThat(answer.bundle()).containsExactly("0", "1", "2", "3", "4", "5");
    for (MediaSection section : answer.media().subList(0, 6)) {
      assertThat(section.port()).isEqualTo(9);
      assertThat(section.direction()).isEqualTo(Direction.INACTIVE);
      assertThat(section.value("setup")).isEqualTo("passive");
      assertThat(section.value("ice-ufrag")).isEqualTo("ours");
      assertThat(section.has("rtcp-mux")).isTrue();
    }
    assertThat(answer.media().getLast().port()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chromium-offer-1", "firefox-offer-1", "rtcnode-offer-A"})
  void candidatesStandOnceInTheSectionThatCarriesTheBundle(String name) {
    SessionDescription answer = answer(name, idle(name));
    MediaSection first = answer.media().getFirst();
    assertThat(first.values("candidate"))
        .containsExactly(
            "1 1 udp 2130706431 192.0.2.1 7882 typ host",
            "2 1 tcp 1671430143 192.0.2.1 7881 typ host tcptype passive");
    assertThat(first.has("end-of-candidates")).isTrue();
    assertThat(answer.media().get(1).values("candidate")).isEmpty();
  }

  @Test
  void firefoxIsNotToldThatWeAreLite() {
    assertThat(answer("firefox-offer-1", idle("firefox-offer-1")).attributes())
        .noneMatch(attribute -> attribute.name().equals("ice-lite"));
    assertThat(answer("chromium-offer-1", idle("chromium-offer-1")).attributes())
        .anyMatch(attribute -> attribute.name().equals("ice-lite"));
  }

  @Test
  void takesChromiumsMicrophoneAsMonoOpusWithoutRed() {
    MediaSection section = publishing("chromium-offer-3", "7", new Publish(null, false, true));
    assertThat(section.formats()).containsExactly("111");
    assertThat(section.value("fmtp")).isEqualTo("111 minptime=10;useinbandfec=1;usedtx=1");
    assertThat(section.direction()).isEqualTo(Direction.RECVONLY);
    assertThat(uris(section))
        .containsExactlyInAnyOrder(HeaderExtension.MID, HeaderExtension.AUDIO_LEVEL);
    assertThat(section.values("rtcp-fb")).isEmpty();
  }

  @Test
  void takesStereoAndSteadySoundOnRequest() {
    MediaSection section = publishing("chromium-offer-3", "7", new Publish(null, true, false));
    assertThat(section.value("fmtp"))
        .isEqualTo("111 minptime=10;useinbandfec=1;stereo=1;maxaveragebitrate=510000");
  }

  @Test
  void takesChromiumsSimulcastCamera() {
    MediaSection section =
        publishing("chromium-offer-3", "8", new Publish("video/vp8", false, true));
    assertThat(section.formats()).containsExactly("96", "97");
    assertThat(section.values("rtcp-fb"))
        .containsExactly("96 transport-cc", "96 ccm fir", "96 nack", "96 nack pli");
    assertThat(section.values("rid")).containsExactly("q recv", "h recv", "f recv");
    assertThat(section.value("simulcast")).isEqualTo("recv q;h;f");
    assertThat(uris(section))
        .containsExactlyInAnyOrder(
            HeaderExtension.MID,
            HeaderExtension.RID,
            HeaderExtension.REPAIRED_RID,
            HeaderExtension.ABS_SEND_TIME,
            HeaderExtension.TRANSPORT_WIDE_CC);
  }

  @Test
  void everyPictureSectionAgreesOnRidsForChromiumOffersThemOnlyThen() {
    SessionDescription answer = answer("chromium-offer-1", idle("chromium-offer-1"));
    assertThat(uris(answer.media().get(3))).contains(HeaderExtension.RID);
    assertThat(uris(subscribing("chromium-offer-1", "3"))).contains(HeaderExtension.RID);
  }

  @Test
  void takesBothPlainProfilesOfH264() {
    MediaSection section =
        publishing("chromium-offer-3", "8", new Publish("video/h264", false, true));
    assertThat(section.formats()).containsExactly("102", "108", "103", "109");
    assertThat(section.values("fmtp"))
        .contains(
            "102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f",
            "108 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f",
            "109 apt=108");
  }

  @Test
  void aCodecThatIsNotServedFallsBackToThoseThatAre() {
    MediaSection section =
        publishing("chromium-offer-3", "8", new Publish("video/vp9", false, true));
    assertThat(section.formats()).containsExactly("96", "102", "108", "97", "103", "109");
  }

  @Test
  void keepsTheOrderOfRtcNodesRidsAndItsMissingRtx() {
    MediaSection section =
        publishing("rtcnode-offer-B", "7", new Publish("video/vp8", false, true));
    assertThat(section.formats()).containsExactly("96");
    assertThat(section.value("simulcast")).isEqualTo("recv h;q");
    assertThat(section.values("rid")).containsExactly("h recv", "q recv");
  }

  @Test
  void keepsFirefoxsPayloadTypesAndIds() {
    MediaSection section =
        publishing("firefox-offer-2", "8", new Publish("video/vp8", false, true));
    assertThat(section.port()).isEqualTo(9);
    assertThat(section.formats()).containsExactly("120", "124");
    assertThat(section.values("extmap"))
        .contains("9 " + HeaderExtension.RID, "7 " + HeaderExtension.TRANSPORT_WIDE_CC);
    MediaSection sound = publishing("firefox-offer-2", "7", new Publish(null, false, true));
    assertThat(sound.formats()).containsExactly("109");
  }

  @Test
  void sendsAPictureWithItsRepairStream() {
    MediaSection section = subscribing("chromium-offer-1", "3");
    assertThat(section.direction()).isEqualTo(Direction.SENDONLY);
    assertThat(section.value("msid")).isEqualTo("PA_1|TR_1 TR_1");
    assertThat(section.value("ssrc-group")).isEqualTo("FID 4294967291 7");
    assertThat(section.values("ssrc"))
        .containsExactly(
            "4294967291 cname:PA_1",
            "4294967291 msid:PA_1|TR_1 TR_1",
            "7 cname:PA_1",
            "7 msid:PA_1|TR_1 TR_1");
    assertThat(section.values("rtcp-fb")).doesNotContain("96 transport-cc", "96 goog-remb");
    assertThat(section.codecs().stream().map(Codec::name)).doesNotContain("VP9", "AV1", "red");
  }

  @Test
  void sendsSoundWithoutARepairStream() {
    MediaSection section = subscribing("firefox-offer-1", "1");
    assertThat(section.has("ssrc-group")).isFalse();
    assertThat(section.values("ssrc")).hasSize(2);
    assertThat(section.value("fmtp")).isEqualTo("109 minptime=10;useinbandfec=1");
  }

  @Test
  void tellsTheSfuWhatWasAgreed() {
    Offer offer = offer("chromium-offer-3");
    List<SectionPlan> plans = idle("chromium-offer-3");
    plans.set(7, new Publish(null, false, true));
    plans.set(8, new Publish("video/vp8", false, true));
    plans.set(3, SENT);
    Answer answer = AnswerWriter.write(offer, plans, OWN, new Origin("-", "1", 1));
    assertThat(answer.sections()).containsOnlyKeys("3", "7", "8");
    RtpCodec camera = Objects.requireNonNull(answer.sections().get("8")).codecs().getFirst();
    assertThat(camera.mime()).isEqualTo("video/VP8");
    assertThat(camera.rtxPayloadType()).isEqualTo(97);
    assertThat(camera.feedback()).contains("nack pli", "transport-cc");
    assertThat(answer.received().codecs().stream().map(RtpCodec::payloadType))
        .containsExactlyInAnyOrder(111, 96);
    assertThat(answer.received().extensions())
        .containsEntry(HeaderExtension.MID, 4)
        .containsEntry(HeaderExtension.RID, 10);
  }

  @Test
  void answersAnOfferThatHasNothingButData() {
    String text = RecordedOffers.text("chromium-offer-1");
    String head = text.substring(0, text.indexOf("m=audio")).replace("0 1 2 3 4 5 6", "6");
    Offer offer =
        Objects.requireNonNull(
            Offer.parse(head + text.substring(text.indexOf("m=application")), 1));
    Sections sections = new Sections();
    sections.accept(offer);
    Answer answer = AnswerWriter.write(offer, sections.plans(true), OWN, new Origin("-", "1", 1));
    assertThat(answer.description().media().getFirst().port()).isEqualTo(9);
    assertThat(answer.description().bundle()).containsExactly("6");
  }

  @Test
  void refusesOffersThatCannotBeAnswered() {
    String good = RecordedOffers.text("chromium-offer-1");
    assertThat(Offer.parse("v=0", 1)).isNull();
    assertThat(Offer.parse(good.replace("a=mid:1\r\n", "a=mid:0\r\n"), 1)).isNull();
    assertThat(Offer.parse(good.replaceAll("a=ice-pwd:.*\r\n", ""), 1)).isNull();
    assertThat(Offer.parse(good.replaceAll("a=fingerprint:.*\r\n", ""), 1)).isNull();
    assertThat(Offer.parse(good.replace("sha-256", "md5"), 1)).isNull();
    assertThat(Offer.parse(good.replaceAll("CD:85:EF.*", "zz"), 1)).isNull();
  }

  private static List<String> uris(MediaSection section) {
    return section.extensions().stream().map(HeaderExtension::uri).toList();
  }

  private static MediaSection publishing(String offer, String mid, Publish plan) {
    return with(offer, mid, plan);
  }

  private static MediaSection subscribing(String offer, String mid) {
    return with(offer, mid, SENT);
  }

  private static MediaSection with(String offer, String mid, SectionPlan plan) {
    List<SectionPlan> plans = idle(offer);
    plans.set(Integer.parseInt(mid), plan);
    return answer(offer, plans).media().get(Integer.parseInt(mid));
  }

  private static List<SectionPlan> idle(String offer) {
    List<SectionPlan> plans = new ArrayList<>();
    for (MediaSection section : offer(offer).description().media()) {
      plans.add(section.kind().equals("application") ? new Rejected() : new Idle());
    }
    return plans;
  }

  private static SessionDescription answer(String offer, List<SectionPlan> plans) {
    Answer answer = AnswerWriter.write(offer(offer), plans, OWN, new Origin("-", "1", 1));
    String text = answer.description().write();
    return Objects.requireNonNull(SessionDescription.parse(text));
  }

  private static Offer offer(String name) {
    return Objects.requireNonNull(Offer.parse(RecordedOffers.text(name), 1));
  }
}
