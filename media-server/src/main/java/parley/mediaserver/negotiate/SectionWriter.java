package parley.mediaserver.negotiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.negotiate.SectionPlan.Publish;
import parley.mediaserver.negotiate.SectionPlan.Subscribe;
import parley.sfu.RtpCodec;
import parley.wire.sdp.Attribute;
import parley.wire.sdp.Codec;
import parley.wire.sdp.Direction;
import parley.wire.sdp.HeaderExtension;
import parley.wire.sdp.MediaSection;

/** Writes one media section of an answer and notes what it agrees on. */
final class SectionWriter {
  private static final Set<String> VIDEO_FEEDBACK = Set.of("ccm fir", "nack", "nack pli");

  private final OfferedSection offered;
  private final SectionPlan plan;
  private final CodecChoice choice;
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<RtpCodec> codecs = new ArrayList<>();
  private final List<HeaderExtension> extensions;

  SectionWriter(OfferedSection offered, SectionPlan plan) {
    this.offered = offered;
    this.plan = plan;
    this.extensions = offered.extensions();
    this.choice =
        plan instanceof Publish publish
            ? offered.codecs().announced(offered.kind(), publish.mime())
            : offered.codecs();
  }

  /** The section, after {@code transport}'s attributes. */
  MediaSection write(List<Attribute> transport) {
    attributes.addAll(transport);
    attributes.add(Attribute.of("rtcp-mux"));
    if (offered.section().has("rtcp-rsize")) {
      attributes.add(Attribute.of("rtcp-rsize"));
    }
    choice.all().forEach(this::codec);
    Codec first = offered.first();
    if (choice.media().isEmpty() && first != null) {
      bareCodec(first);
    }
    extensions.forEach(extension ->
        attributes.add(Attribute.of("extmap", extension.id() + " " + extension.uri())));
    switch (plan) {
      case Publish publish -> publish();
      case Subscribe subscribe -> subscribe(subscribe);
      default -> attributes.add(Attribute.of(Direction.INACTIVE.text()));
    }
    return new MediaSection(
        offered.kind(),
        9,
        offered.section().protocol(),
        formats(),
        MediaSection.NO_ADDRESS,
        attributes);
  }

  /** What was agreed; null for a section that is not in use. */
  Answer.@Nullable Agreed agreed() {
    return switch (plan) {
      case Publish publish -> new Answer.Agreed(codecs, Extensions.byUri(extensions), true);
      case Subscribe subscribe -> new Answer.Agreed(codecs, Extensions.byUri(extensions), false);
      default -> null;
    };
  }

  private List<String> formats() {
    List<Codec> all = choice.all();
    return all.isEmpty()
        ? offered.section().formats().subList(0, 1)
        : all.stream().map(codec -> Integer.toString(codec.payloadType())).toList();
  }

  private void bareCodec(Codec codec) {
    attributes.add(Attribute.of("rtpmap", codec.rtpmap()));
  }

  private void codec(Codec codec) {
    bareCodec(codec);
    Map<String, String> parameters = parameters(codec);
    Set<String> feedback = feedback(codec);
    Codec answered =
        new Codec(
            codec.payloadType(),
            codec.name(),
            codec.clockRate(),
            codec.channels(),
            parameters,
            List.copyOf(feedback));
    String fmtp = answered.fmtp();
    if (fmtp != null) {
      attributes.add(Attribute.of("fmtp", fmtp));
    }
    feedback.forEach(
        type -> attributes.add(Attribute.of("rtcp-fb", codec.payloadType() + " " + type)));
    if (codec.apt() < 0) {
      String text = fmtp == null ? "" : fmtp.substring(fmtp.indexOf(' ') + 1);
      codecs.add(
          new RtpCodec(
              offered.kind() + "/" + codec.name(),
              codec.payloadType(),
              choice.rtxOf(codec),
              codec.clockRate(),
              text,
              feedback));
    }
  }

  /** Transport-wide feedback only where we give it; goog-remb never, for we do not. */
  private Set<String> feedback(Codec codec) {
    Set<String> agreed = new LinkedHashSet<>();
    if (codec.apt() >= 0) {
      return agreed;
    }
    boolean video = offered.kind().equals("video");
    for (String type : codec.feedback()) {
      boolean repair = video ? VIDEO_FEEDBACK.contains(type) : type.equals("nack");
      if (repair || video && plan instanceof Publish && type.equals("transport-cc")) {
        agreed.add(type);
      }
    }
    return agreed;
  }

  private Map<String, String> parameters(Codec codec) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (codec.apt() >= 0) {
      parameters.put("apt", Integer.toString(codec.apt()));
    } else if (codec.is("opus")) {
      opus(parameters);
    } else if (codec.is("H264")) {
      for (String name :
          List.of("level-asymmetry-allowed", "packetization-mode", "profile-level-id")) {
        String value = codec.parameter(name);
        if (value != null) {
          parameters.put(name, value);
        }
      }
    }
    return parameters;
  }

  /** JS asks for stereo in every offer; echoed for a mono track it would double the bitrate. */
  private void opus(Map<String, String> parameters) {
    parameters.put("minptime", "10");
    parameters.put("useinbandfec", "1");
    if (plan instanceof Publish publish) {
      if (publish.dtx()) {
        parameters.put("usedtx", "1");
      }
      if (publish.stereo()) {
        parameters.put("stereo", "1");
        parameters.put("maxaveragebitrate", "510000");
      }
    } else if (plan instanceof Subscribe subscribe && subscribe.stereo()) {
      parameters.put("sprop-stereo", "1");
    }
  }

  private void publish() {
    List<String> rids = offered.rids();
    if (!rids.isEmpty()) {
      rids.forEach(rid -> attributes.add(Attribute.of("rid", rid + " recv")));
      attributes.add(Attribute.of("simulcast", "recv " + String.join(";", rids)));
    }
    attributes.add(Attribute.of(Direction.RECVONLY.text()));
  }

  private void subscribe(Subscribe sent) {
    String ssrc = Integer.toUnsignedString(sent.ssrc());
    String rtx = Integer.toUnsignedString(sent.rtxSsrc());
    boolean repaired = !choice.repairs().isEmpty();
    if (repaired) {
      attributes.add(Attribute.of("ssrc-group", "FID " + ssrc + " " + rtx));
    }
    ssrc(ssrc, sent);
    if (repaired) {
      ssrc(rtx, sent);
    }
    attributes.add(Attribute.of("msid", sent.stream() + " " + sent.track()));
    attributes.add(Attribute.of(Direction.SENDONLY.text()));
  }

  private void ssrc(String ssrc, Subscribe sent) {
    attributes.add(Attribute.of("ssrc", ssrc + " cname:" + sent.cname()));
    attributes.add(Attribute.of("ssrc", ssrc + " msid:" + sent.stream() + " " + sent.track()));
  }
}
