package parley.app.updates;

import java.util.UUID;
import parley.app.shared.CurrentPerson;

/**
 * Who may read one kind of topic. Implemented by the room the topic is about; asked again whenever
 * rights change.
 */
public interface TopicRule {
  /** The kind this rule is for, as in {@link Topic#kind()}. */
  String kind();

  /** Whether this person may read that topic now. */
  boolean mayRead(CurrentPerson person, UUID id);
}
