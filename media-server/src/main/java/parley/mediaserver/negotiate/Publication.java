package parley.mediaserver.negotiate;

/** A track its publisher sends in a section. */
public interface Publication {
  /** What the section's answer says. */
  SectionPlan.Publish plan();
}
