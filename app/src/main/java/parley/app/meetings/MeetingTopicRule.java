package parley.app.meetings;

import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.CurrentPerson;
import parley.app.updates.TopicRule;

/** People of a meeting read its updates, until they are removed. */
@Component
class MeetingTopicRule implements TopicRule {
  private final MeetingRepository meetings;
  private final Visitors visitors;

  MeetingTopicRule(MeetingRepository meetings, Visitors visitors) {
    this.meetings = meetings;
    this.visitors = visitors;
  }

  @Override
  public String kind() {
    return "meeting";
  }

  @Override
  public boolean mayRead(CurrentPerson person, UUID id) {
    return meetings
        .find(id)
        .map(meeting -> visitors.visit(meeting, person))
        .filter(Visitor::belongs)
        .isPresent();
  }
}
