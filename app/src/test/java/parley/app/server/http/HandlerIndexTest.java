package parley.app.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.json.JsonMapper;

/** The short way to a route leads where Spring's own way leads, refusals included. */
class HandlerIndexTest {
  private static final List<String> PATHS =
      List.of(
          "",
          "/",
          "/api/meetings",
          "/api/meetings/",
          "/api/meetings/abc",
          "/api/meetings/mine",
          "/api/meetings/all",
          "/api/meetings/abc/join",
          "/api/meetings/abc/leave",
          "/api//meetings",
          "/api/people/7",
          "/api/people/x",
          "/api/people/7/8",
          "/staff",
          "/staff/",
          "/staff/users/7",
          "/staffing",
          "/files",
          "/files/a/b",
          "/abc/x.txt",
          "/abc/x/y.txt",
          "/one",
          "/other/way",
          "/elsewhere",
          "/api/m%65etings/abc",
          "/api/meetings;v=1/abc",
          "/api/meetings/a%2Fb");

  private final RequestMappingHandlerMapping quick =
      started(
          new HandlerIndex(new JsonAnswers(new JsonMapper())).getRequestMappingHandlerMapping());
  private final RequestMappingHandlerMapping plain = started(new RequestMappingHandlerMapping());

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "DELETE", "OPTIONS"})
  void leadsWhereSpringLeads(String method) {
    for (String path : PATHS) {
      assertThat(outcome(quick, method, path))
          .as(method + " " + path)
          .isEqualTo(outcome(plain, method, path));
    }
  }

  @Test
  void isTriedOnRoutesThatAreFoundAndOnSomeThatAreNot() {
    assertThat(PATHS.stream().map(path -> outcome(quick, "GET", path)).distinct())
        .hasSizeGreaterThan(12)
        .anyMatch(outcome -> outcome.startsWith("meeting "))
        .anyMatch(outcome -> outcome.startsWith("none"));
    assertThat(outcome(quick, "DELETE", "/api/meetings/abc")).contains("NotSupported");
  }

  // Which method answers, and what it is told of the path; or how it is refused.
  private static String outcome(RequestMappingHandlerMapping mapping, String method, String path) {
    var request = new MockHttpServletRequest(method, path);
    ServletRequestPathUtils.parseAndCache(request);
    try {
      HandlerExecutionChain chain = mapping.getHandler(request);
      if (chain == null) {
        return "none";
      }
      String name =
          chain.getHandler() instanceof HandlerMethod found
              ? found.getMethod().getName()
              : chain.getHandler().getClass().getName();
      return name
          + " "
          + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
          + " "
          + request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
          + " "
          + (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) != null);
    } catch (Exception refused) {
      return refused.toString();
    }
  }

  private static RequestMappingHandlerMapping started(RequestMappingHandlerMapping mapping) {
    var context = new StaticWebApplicationContext();
    context.registerSingleton("routes", Routes.class);
    mapping.setApplicationContext(context);
    mapping.afterPropertiesSet();
    assertThat(mapping.getHandlerMethods()).hasSize(13);
    return mapping;
  }

  @Controller
  static class Routes {
    @GetMapping("")
    void root() {}

    @GetMapping("/api/meetings")
    void meetings() {}

    @PostMapping("/api/meetings")
    void plan() {}

    // Stands before the variable route, as another stands behind it.
    @GetMapping("/api/meetings/all")
    void all() {}

    @GetMapping("/api/meetings/{code}")
    void meeting() {}

    @GetMapping("/api/meetings/mine")
    void mine() {}

    @PostMapping("/api/meetings/{code}/join")
    void join() {}

    @GetMapping("/api/people/{id:[0-9]+}")
    void person() {}

    @GetMapping("/staff/{*rest}")
    void staff() {}

    @GetMapping("/files/**")
    void files() {}

    @GetMapping("/a?c/*.txt")
    void text() {}

    @GetMapping({"/one", "/other/way"})
    void twoWays() {}

    @GetMapping("/{any}/way")
    void anyWay() {}
  }
}
