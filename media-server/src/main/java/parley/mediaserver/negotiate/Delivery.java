package parley.mediaserver.negotiate;

/** A track on its way to this participant, in need of a section that receives. */
public interface Delivery {
  /** {@code audio} or {@code video}. */
  String kind();

  /** What the section's answer says. */
  SectionPlan.Subscribe plan();
}
