package parley.app.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the record that a controller returns as JSON. There is no other format to ask for, so the
 * choice among all message converters, half of what it takes to write an answer, is spared.
 */
@Component
final class JsonAnswers implements HandlerMethodReturnValueHandler {
  private final JsonMapper mapper;

  JsonAnswers(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** Spring's adapter, with this before its own ways of writing an answer. */
  RequestMappingHandlerAdapter adapter() {
    return new RequestMappingHandlerAdapter() {
      @Override
      public void afterPropertiesSet() {
        super.afterPropertiesSet();
        List<HandlerMethodReturnValueHandler> all = new ArrayList<>();
        all.add(JsonAnswers.this);
        List<HandlerMethodReturnValueHandler> usual = getReturnValueHandlers();
        if (usual != null) {
          all.addAll(usual);
        }
        setReturnValueHandlers(all);
      }
    };
  }

  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return Record.class.isAssignableFrom(returned.getParameterType())
        && returned.getContainingClass().isAnnotationPresent(RestController.class);
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter returned,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
    if (value == null || response == null) {
      return;
    }
    byte[] json = mapper.writeValueAsBytes(value);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }
}
