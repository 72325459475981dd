package parley.app.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Spares a request the full comparison with every route: one whose path begins otherwise, or has
 * another number of segments, cannot be meant.
 */
@Component
class HandlerIndex implements WebMvcRegistrations {
  private final JsonAnswers answers;

  HandlerIndex(JsonAnswers answers) {
    this.answers = answers;
  }

  @Override
  public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
    return answers.adapter();
  }

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new Quick();
  }

  private static final class Quick extends RequestMappingHandlerMapping {
    private final Supplier<Map<Integer, List<Route>>> routes =
        SingletonSupplier.of(() -> Route.bySlashes(getHandlerMethods()));

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
        throws Exception {
      if (!isPlain(path)) {
        return super.lookupHandlerMethod(path, request);
      }
      List<Route> possible = possible(path);
      RequestMappingInfo match = null;
      Route chosen = null;
      for (Route route : possible) {
        RequestMappingInfo found = getMatchingMapping(route.info(), request);
        if (found != null && match != null) {
          // Which of two is meant takes more to say.
          return super.lookupHandlerMethod(path, request);
        }
        if (found != null) {
          match = found;
          chosen = route;
        }
      }
      if (match == null || chosen == null) {
        Set<RequestMappingInfo> compared =
            possible.stream().map(Route::info).collect(Collectors.toSet());
        return handleNoMatch(compared, path, request);
      }
      request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, chosen.handler());
      handleMatch(match, path, request);
      return chosen.handler();
    }

    private List<Route> possible(String path) {
      List<Route> found = new ArrayList<>(4);
      int slashes = Shape.slashesOf(path);
      for (int kind : new int[] {slashes, Shape.ANY}) {
        for (Route route : routes.get().getOrDefault(kind, List.of())) {
          if (path.startsWith(route.shape().begin())) {
            found.add(route);
          }
        }
      }
      return found;
    }

    // What is encoded or carries parameters is compared in full: it may mean another path.
    private static boolean isPlain(String path) {
      return path.indexOf('%') < 0 && path.indexOf(';') < 0 && !path.contains("//");
    }
  }

  /** One pattern of a mapping, with what answers it. */
  private record Route(Shape shape, RequestMappingInfo info, HandlerMethod handler) {
    static Map<Integer, List<Route>> bySlashes(Map<RequestMappingInfo, HandlerMethod> mappings) {
      return mappings.entrySet().stream()
          .flatMap(entry ->
              entry.getKey().getPatternValues().stream()
                  .map(pattern -> new Route(Shape.of(pattern), entry.getKey(), entry.getValue())))
          .collect(Collectors.groupingBy(route -> route.shape().slashes()));
    }
  }

  /**
   * What can be seen of a pattern without parsing a path.
   *
   * @param begin all before its first variable part
   * @param slashes how many it has; {@link #ANY} if it takes any number of segments
   */
  private record Shape(String begin, int slashes) {
    static final int ANY = -1;

    static Shape of(String pattern) {
      int variable = 0;
      while (variable < pattern.length() && "{*?".indexOf(pattern.charAt(variable)) < 0) {
        variable++;
      }
      String begin = pattern.substring(0, variable);
      if (pattern.isEmpty() || pattern.contains("**") || pattern.contains("{*")) {
        // Any number is also none: then the slash before it is not there either.
        return new Shape(begin.replaceFirst("/$", ""), ANY);
      }
      // A variable's own expression may have slashes of its own.
      return new Shape(begin, pattern.indexOf(':') >= 0 ? ANY : slashesOf(pattern));
    }

    static int slashesOf(String path) {
      int slashes = 0;
      for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
        slashes++;
      }
      return slashes;
    }
  }
}
