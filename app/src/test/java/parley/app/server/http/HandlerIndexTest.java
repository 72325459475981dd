package parley.app.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

class HandlerIndexTest {
  private static final List<String> PATTERNS =
      List.of(
          "",
          "/",
          "/api/v1/meetings",
          "/api/v1/meetings/{code}",
          "/api/v1/meetings/{code}/join",
          "/api/v1/people/{id:[0-9]+}",
          "/staff/{*rest}",
          "/files/**",
          "/a?c/*.txt");

  private static final List<String> PATHS =
      List.of(
          "",
          "/",
          "/api/v1/meetings",
          "/api/v1/meetings/",
          "/api/v1/meetings/abc",
          "/api/v1/meetings/abc/join",
          "/api/v1/meetings/abc/leave",
          "/api/v1/people/7",
          "/api/v1/people/x",
          "/staff",
          "/staff/",
          "/staff/users/7",
          "/staffing",
          "/files",
          "/files/a/b",
          "/abc/x.txt",
          "/abc/x/y.txt",
          "/elsewhere");

  /** Whatever really matches may match: nothing that has a route loses it. */
  @Test
  void noRouteIsLost() {
    int matching = 0;
    for (String pattern : PATTERNS) {
      var parsed = PathPatternParser.defaultInstance.parse(pattern);
      for (String path : PATHS) {
        if (parsed.matches(PathContainer.parsePath(path))) {
          matching++;
          assertThat(HandlerIndex.Shape.of(pattern).mayMatch(path))
              .as("%s for %s", pattern, path)
              .isTrue();
        }
      }
    }
    assertThat(matching).isGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/meetings, /api/v1/meetings/abc",
    "/api/v1/meetings/{code}, /api/v1/meetings/abc/join",
    "/api/v1/meetings/{code}, /api/v1/users/me",
    "/staff/{*rest}, /api/v1/meetings"
  })
  void mostAreRuledOut(String pattern, String path) {
    assertThat(HandlerIndex.Shape.of(pattern).mayMatch(path)).isFalse();
  }

  /** An encoded letter, a path parameter: what the full comparison finds is still found. */
  @ParameterizedTest
  @CsvSource({"/api/rooms/abc, found", "/api/r%6foms/abc, found", "/api/rooms;v=1/abc, found"})
  void encodedPathsAreComparedInFull(String path, String method) throws Exception {
    var context = new StaticWebApplicationContext();
    context.registerSingleton("routes", Routes.class);
    RequestMappingHandlerMapping mapping = new HandlerIndex().getRequestMappingHandlerMapping();
    mapping.setApplicationContext(context);
    mapping.afterPropertiesSet();
    var request = new MockHttpServletRequest("GET", path);
    ServletRequestPathUtils.parseAndCache(request);
    HandlerExecutionChain chain = mapping.getHandler(request);
    assertThat(chain).isNotNull();
    assertThat(((HandlerMethod) chain.getHandler()).getMethod().getName()).isEqualTo(method);
  }

  @Controller
  @RequestMapping("/api/rooms")
  static class Routes {
    @GetMapping("/{name}")
    void found() {}
  }
}
