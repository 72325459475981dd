package parley.mediaserver.negotiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All sections of a participant's connection, from one offer to the next. */
public final class Sections {
  private final Map<String, Section> byMid = new LinkedHashMap<>();

  /** Takes an offer's sections; false when it does not continue the earlier ones. */
  public boolean accept(Offer offer) {
    if (!continues(offer)) {
      return false;
    }
    for (OfferedSection offered : offer.sections()) {
      Section known = byMid.get(offered.mid());
      if (known == null) {
        byMid.put(offered.mid(), new Section(offered));
      } else {
        known.offered(offered);
      }
    }
    return true;
  }

  /** Sections that had a track and whose client sends no more. */
  public List<Section> stopped() {
    return byMid.values().stream()
        .filter(section -> section.publication() != null && !section.sends())
        .toList();
  }

  /** Sections whose client sends, while no track is known for them. */
  public List<Section> unclaimed() {
    return byMid.values().stream()
        .filter(section -> section.publication() == null && section.sends())
        .toList();
  }

  /** Deliveries whose section the client turned away; they need another one. */
  public List<Delivery> displaced() {
    return byMid.values().stream().map(Section::displaced).filter(Objects::nonNull).toList();
  }

  /** Puts a delivery into a free section that can carry {@code mime}; null when there is none. */
  public @Nullable Section place(Delivery delivery, String mime) {
    for (Section section : byMid.values()) {
      if (section.free(delivery.kind()) && section.carries(mime)) {
        section.deliver(delivery);
        return section;
      }
    }
    return null;
  }

  /** Whether the client's sections of this kind could carry the codec; true while it has none. */
  public boolean canCarry(String kind, String mime) {
    List<Section> sections =
        byMid.values().stream()
            .filter(section -> section.media() && section.kind().equals(kind))
            .toList();
    return sections.isEmpty() || sections.stream().anyMatch(section -> section.carries(mime));
  }

  /** Frees the section of a delivery that ended; false when it had none. */
  public boolean release(Delivery delivery) {
    for (Section section : byMid.values()) {
      if (delivery.equals(section.delivery())) {
        section.release();
        return true;
      }
    }
    return false;
  }

  /** How many more sections of this kind {@code wanted} deliveries need. */
  public int missing(String kind, int wanted) {
    long there =
        byMid.values().stream()
            .filter(section -> section.free(kind) || section.resting(kind))
            .count();
    return (int) Math.max(0, wanted - there);
  }

  /** One plan for each section, in the order of the offer. */
  public List<SectionPlan> plans(boolean mayPublish) {
    boolean dataMustCarry = byMid.values().stream().noneMatch(Section::media);
    List<SectionPlan> plans = new ArrayList<>();
    byMid.values().forEach(section -> plans.add(section.plan(dataMustCarry, mayPublish)));
    return plans;
  }

  /** The plans were sent. */
  public void answered() {
    byMid.values().forEach(Section::answered);
  }

  /** Mid → section, in the order of the offer. */
  public Map<String, Section> byMid() {
    return Map.copyOf(byMid);
  }

  /** RFC 8829 §5.2.2: sections are only added, and keep their place and kind. */
  private boolean continues(Offer offer) {
    List<OfferedSection> offered = offer.sections();
    int i = 0;
    for (Section known : byMid.values()) {
      if (i >= offered.size()
          || !known.mid().equals(offered.get(i).mid())
          || !known.kind().equals(offered.get(i).kind())) {
        return false;
      }
      i++;
    }
    return true;
  }
}
