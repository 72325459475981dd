package parley.app.notifications;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The facts of a notification as JSON text. */
@Component
class PayloadText {
  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  private final JsonMapper json;

  PayloadText(JsonMapper json) {
    this.json = json;
  }

  String write(Map<String, Object> payload) {
    return json.writeValueAsString(payload);
  }

  /** No facts for null and for what is no object. */
  Map<String, Object> read(@Nullable String text) {
    return text == null || !text.startsWith("{") ? Map.of() : json.readValue(text, FACTS);
  }
}
