package parley.app.updates;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** The JSON texts of the update channel, both ways. */
@Component
class PageWords {
  private final JsonMapper json;

  PageWords(JsonMapper json) {
    this.json = json;
  }

  /** What the page asks for; empty if it is nothing we know. Never throws. */
  Optional<PageStep> read(String text) {
    try {
      return Optional.ofNullable(step(json.readTree(text)));
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  private static @Nullable PageStep step(JsonNode node) {
    String topic = node.path("topic").stringValue("");
    return switch (node.path("type").stringValue("")) {
      case "subscribe" -> subscribe(topic, node.path("after"));
      case "unsubscribe" -> new PageStep.Unsubscribe(topic);
      case "ping" -> new PageStep.Ping();
      default -> null;
    };
  }

  private static PageStep.@Nullable Subscribe subscribe(String topic, JsonNode after) {
    if (after.isMissingNode() || after.isNull()) {
      return new PageStep.Subscribe(topic, null);
    }
    boolean number = after.isIntegralNumber() && after.canConvertToLong();
    return number && after.longValue() >= 0
        ? new PageStep.Subscribe(topic, after.longValue())
        : null;
  }

  String subscribed(Topic topic, long seq) {
    return message("subscribed").put("topic", topic.toString()).put("seq", seq).toString();
  }

  String update(Update update) {
    ObjectNode message =
        message("update")
            .put("topic", update.topic().toString())
            .put("seq", update.seq())
            .put("kind", update.kind());
    message.putRawValue("data", new RawValue(update.data()));
    return message.put("at", update.at().toString()).toString();
  }

  String refused(String topic, String code) {
    return message("refused").put("topic", topic).put("code", code).toString();
  }

  String pong() {
    return message("pong").toString();
  }

  private ObjectNode message(String type) {
    return json.createObjectNode().put("type", type);
  }
}
