package parley.app.meetings;

import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.CurrentPerson;
import parley.app.updates.TopicRule;

/** People of a meeting read its updates, until they are removed. */
@Component
class MeetingTopicRule implements TopicRule {
  private final Visitors visitors;

  MeetingTopicRule(Visitors visitors) {
    this.visitors = visitors;
  }

  @Override
  public String kind() {
    return "meeting";
  }

  @Override
  public boolean mayRead(CurrentPerson person, UUID id) {
    return visitors.visit(id, person).filter(Visitor::belongs).isPresent();
  }
}
