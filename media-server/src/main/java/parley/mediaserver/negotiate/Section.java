package parley.mediaserver.negotiate;

import org.jspecify.annotations.Nullable;
import parley.wire.sdp.Direction;

/** One section of a participant's connection and what it is used for. */
public final class Section {
  private static final SectionPlan.Publish ANYTHING = new SectionPlan.Publish(null, false, true);

  private final String mid;
  private OfferedSection offered;
  private @Nullable Publication publication;
  private @Nullable Delivery delivery;
  private boolean resting;
  private boolean wasPublished;
  private boolean carriesData;

  Section(OfferedSection offered) {
    this.mid = offered.mid();
    this.offered = offered;
  }

  public String mid() {
    return mid;
  }

  /** {@code audio}, {@code video}, {@code application}… */
  public String kind() {
    return offered.kind();
  }

  /** As the client offered it last. */
  public OfferedSection offered() {
    return offered;
  }

  public @Nullable Publication publication() {
    return publication;
  }

  public @Nullable Delivery delivery() {
    return delivery;
  }

  /** The track id the client sends under, null when it names none. */
  public @Nullable String clientTrackId() {
    return offered.track();
  }

  void offered(OfferedSection next) {
    offered = next;
  }

  /** Whether it could carry a track of this codec. */
  boolean carries(String mime) {
    return offered.codecs().has(offered.kind(), mime);
  }

  boolean sends() {
    return media() && offered.direction().sends();
  }

  /** Whether the section can take a delivery now. */
  boolean free(String kind) {
    return media()
        && offered.kind().equals(kind)
        && offered.direction() == Direction.RECVONLY
        && delivery == null
        && publication == null
        && !wasPublished
        && !resting;
  }

  boolean resting(String kind) {
    return resting && offered.kind().equals(kind);
  }

  /** Its track is this one from now on. */
  public void publish(Publication track) {
    publication = track;
    wasPublished = true;
  }

  /** Its track is gone. */
  public void unpublish() {
    publication = null;
  }

  void deliver(Delivery track) {
    delivery = track;
  }

  /** The delivery ended: the section is answered inactive once before it is used again. */
  void release() {
    delivery = null;
    resting = true;
  }

  /** The client's section receives no more; the delivery has to find another one. */
  @Nullable Delivery displaced() {
    Delivery lost = delivery;
    if (lost == null || media() && offered.direction().receives()) {
      return null;
    }
    delivery = null;
    return lost;
  }

  void answered() {
    resting = false;
  }

  /** What the next answer says of it. */
  SectionPlan plan(boolean dataMustCarry, boolean mayPublish) {
    if (offered.rejected()) {
      return new SectionPlan.Rejected();
    }
    if (!isMediaKind()) {
      carriesData |= dataMustCarry && offered.kind().equals("application");
      return carriesData ? new SectionPlan.TransportOnly() : new SectionPlan.Rejected();
    }
    Delivery sent = delivery;
    if (sent != null) {
      return sent.plan();
    }
    if (!sends()) {
      return new SectionPlan.Idle();
    }
    Publication received = publication;
    if (received != null) {
      return received.plan();
    }
    return mayPublish ? ANYTHING : new SectionPlan.Idle();
  }

  boolean media() {
    return isMediaKind() && !offered.rejected();
  }

  private boolean isMediaKind() {
    return offered.kind().equals("audio") || offered.kind().equals("video");
  }
}
