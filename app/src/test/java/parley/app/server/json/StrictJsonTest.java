package parley.app.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {
  private final JsonMapper mapper = JsonMapper.builder(JsonRules.strictFactory()).build();

  record Body(String title, Map<String, Object> more) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{\"more\":{\"x\":1,\"x\":2}}",
        "{\"__proto__\":{\"admin\":true}}",
        "{\"unknown\":{\"__proto__\":{}}}",
        "{\"more\":{\"__proto__\":1}}",
        "{\"more\":{\"a\":[{\"__proto__\":1}]}}",
        "{\"\\u005f_proto__\":1}"
      })
  void refusesDoubleAndPoisonousNames(String json) {
    assertThatThrownBy(() -> mapper.readValue(json, Body.class))
        .isInstanceOf(StreamReadException.class);
    assertThatThrownBy(() -> mapper.readValue(json, JsonNode.class))
        .isInstanceOf(StreamReadException.class);
    assertThatThrownBy(() ->
            mapper.readValue(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.class))
        .isInstanceOf(StreamReadException.class);
  }

  @Test
  void readsEverythingElse() {
    Body body =
        mapper.readValue(
            "{\"title\":\"__proto__\",\"more\":{\"a\":{\"b\":[1,2]}},\"unknown\":{\"c\":1}}",
            Body.class);
    assertThat(body.title()).isEqualTo("__proto__");
    assertThat(body.more()).containsOnlyKeys("a");
  }

  @Test
  void refusesNestingWithoutEnd() {
    String deep = "[".repeat(100_000);
    assertThatThrownBy(() -> mapper.readValue(deep, JsonNode.class))
        .isInstanceOf(RuntimeException.class)
        .hasMessageContaining("nesting depth");
  }
}
