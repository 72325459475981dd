package parley.app.updates;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import parley.app.shared.CurrentPerson;

/** The rules of all kinds of topics. A kind without a rule is nobody's. */
@Component
class TopicRules {
  private final Map<String, TopicRule> byKind;

  TopicRules(List<TopicRule> rules) {
    this.byKind = rules.stream().collect(Collectors.toMap(TopicRule::kind, Function.identity()));
  }

  boolean mayRead(CurrentPerson person, Topic topic) {
    TopicRule rule = byKind.get(topic.kind());
    return rule != null && rule.mayRead(person, topic.id());
  }
}
