package parley.mediaserver.negotiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.mediaserver.negotiate.SectionPlan.Rejected;
import parley.mediaserver.negotiate.SectionPlan.TransportOnly;
import parley.sfu.IceCandidate;
import parley.wire.sdp.Attribute;
import parley.wire.sdp.MediaSection;
import parley.wire.sdp.Origin;
import parley.wire.sdp.SessionDescription;

/**
 * Writes the answer to an offer (RFC 8829 §5.3): the same sections in the same order, payload types
 * and extension ids of the offer, one bundle, all candidates in the section that carries it.
 */
public final class AnswerWriter {
  private final Offer offer;
  private final OwnTransport transport;
  private final Map<String, Answer.Agreed> agreed = new LinkedHashMap<>();

  private AnswerWriter(Offer offer, OwnTransport transport) {
    this.offer = offer;
    this.transport = transport;
  }

  /**
   * The answer.
   *
   * @param plans one for each section of the offer, in its order
   * @param origin ours: the same session id in every answer of a connection, a growing version
   */
  public static Answer write(
      Offer offer, List<SectionPlan> plans, OwnTransport transport, Origin origin) {
    return new AnswerWriter(offer, transport).write(plans, origin);
  }

  private Answer write(List<SectionPlan> plans, Origin origin) {
    List<MediaSection> sections = new ArrayList<>();
    List<String> bundle = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      OfferedSection offered = offer.sections().get(i);
      boolean carries = bundle.isEmpty();
      sections.add(section(i, plans.get(i), carries));
      if (!(plans.get(i) instanceof Rejected)) {
        bundle.add(offered.mid());
      }
    }
    return new Answer(new SessionDescription(origin, session(bundle), sections), agreed);
  }

  private List<Attribute> session(List<String> bundle) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.of("group", "BUNDLE " + String.join(" ", bundle)));
    attributes.add(Attribute.of("msid-semantic", "WMS *"));
    // A lite peer makes Firefox nominate every pair it checks, and both ends may pick another one.
    if (!offer.firefox()) {
      attributes.add(Attribute.of("ice-lite"));
    }
    if (offer.description().attributes().contains(Attribute.of("extmap-allow-mixed"))) {
      attributes.add(Attribute.of("extmap-allow-mixed"));
    }
    attributes.add(
        Attribute.of(
            "fingerprint",
            transport.fingerprint().algorithm() + " " + transport.fingerprint().text()));
    return attributes;
  }

  private MediaSection section(int index, SectionPlan plan, boolean carriesBundle) {
    OfferedSection offered = offer.sections().get(index);
    return switch (plan) {
      case Rejected rejected -> rejected(offered);
      case TransportOnly only -> dataOnly(offered);
      default -> {
        SectionWriter writer = new SectionWriter(offered, plan);
        MediaSection section = writer.write(transportAttributes(offered, carriesBundle));
        Answer.Agreed result = writer.agreed();
        if (result != null) {
          agreed.put(offered.mid(), result);
        }
        yield section;
      }
    };
  }

  private MediaSection rejected(OfferedSection offered) {
    return new MediaSection(
        offered.kind(),
        0,
        offered.section().protocol(),
        offered.section().formats(),
        MediaSection.NO_ADDRESS,
        List.of(Attribute.of("mid", offered.mid()), Attribute.of("inactive")));
  }

  private MediaSection dataOnly(OfferedSection offered) {
    List<Attribute> attributes = new ArrayList<>(transportAttributes(offered, true));
    attributes.add(Attribute.of("sctp-port", "5000"));
    attributes.add(Attribute.of("max-message-size", "65535"));
    return new MediaSection(
        offered.kind(),
        9,
        offered.section().protocol(),
        offered.section().formats(),
        MediaSection.NO_ADDRESS,
        attributes);
  }

  private List<Attribute> transportAttributes(OfferedSection offered, boolean carriesBundle) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.of("mid", offered.mid()));
    attributes.add(Attribute.of("setup", "passive"));
    attributes.add(Attribute.of("ice-ufrag", transport.credentials().ufrag()));
    attributes.add(Attribute.of("ice-pwd", transport.credentials().pwd()));
    if (carriesBundle) {
      for (IceCandidate candidate : transport.candidates()) {
        attributes.add(Attribute.of("candidate", candidate.sdp().substring("candidate:".length())));
      }
      attributes.add(Attribute.of("end-of-candidates"));
    }
    return attributes;
  }
}
