package parley.app.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

class JsonAnswersTest {
  private final JsonAnswers answers = new JsonAnswers(new JsonMapper());
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final ModelAndViewContainer container = new ModelAndViewContainer();

  record Greeting(String text) {}

  record Broken() {
    public String getText() {
      throw new IllegalStateException("no text");
    }
  }

  @RestController
  static class Api {
    @Nullable Greeting greeting() {
      return null;
    }

    ResponseEntity<Greeting> entity() {
      return ResponseEntity.noContent().build();
    }

    String text() {
      return "";
    }
  }

  static class NoApi {
    Greeting greeting() {
      return new Greeting("");
    }
  }

  @Test
  void takesTheRecordsOfTheApiAndNothingElse() throws Exception {
    assertThat(answers.supportsReturnType(returned(Api.class, "greeting"))).isTrue();
    assertThat(answers.supportsReturnType(returned(Api.class, "entity"))).isFalse();
    assertThat(answers.supportsReturnType(returned(Api.class, "text"))).isFalse();
    assertThat(answers.supportsReturnType(returned(NoApi.class, "greeting"))).isFalse();
  }

  @Test
  void writesItWithItsTypeAndItsLength() throws Exception {
    answer(new Greeting("Grüße"));
    assertThat(response.getContentType()).isEqualTo("application/json");
    assertThat(response.getContentAsByteArray()).asString(UTF_8).isEqualTo("{\"text\":\"Grüße\"}");
    assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
    assertThat(container.isRequestHandled()).isTrue();
  }

  @Test
  void nothingIsAnEmptyAnswer() throws Exception {
    answer(null);
    assertThat(response.getContentAsByteArray()).isEmpty();
    assertThat(response.getContentType()).isNull();
    assertThat(container.isRequestHandled()).isTrue();
  }

  @Test
  void whatCannotBeWrittenLeavesRoomForAnError() {
    assertThatThrownBy(() -> answer(new Broken())).hasRootCauseMessage("no text");
    assertThat(response.getContentAsByteArray()).isEmpty();
    assertThat(response.getContentType()).isNull();
  }

  private void answer(@Nullable Object value) throws Exception {
    answers.handleReturnValue(
        value,
        returned(Api.class, "greeting"),
        container,
        new ServletWebRequest(new MockHttpServletRequest(), response));
  }

  private static MethodParameter returned(Class<?> type, String method) throws Exception {
    return new MethodParameter(type.getDeclaredMethod(method), -1);
  }
}
