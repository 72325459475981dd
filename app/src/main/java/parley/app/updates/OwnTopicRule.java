package parley.app.updates;

import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.CurrentPerson;

/** A user reads the topic of that user, and nobody else does. */
@Component
class OwnTopicRule implements TopicRule {
  @Override
  public String kind() {
    return "user";
  }

  @Override
  public boolean mayRead(CurrentPerson person, UUID id) {
    return person.user().filter(user -> user.userId().equals(id)).isPresent();
  }
}
