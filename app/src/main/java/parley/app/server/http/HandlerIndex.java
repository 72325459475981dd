package parley.app.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Spares a request the full comparison with every route: one whose path begins otherwise, or has
 * another number of segments, cannot be meant.
 */
@Component
class HandlerIndex implements WebMvcRegistrations {
  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new Quick();
  }

  private static final class Quick extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, List<Shape>> shapes = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
        RequestMappingInfo route, HttpServletRequest request) {
      String path = request.getRequestURI();
      return isPlain(path) && shapesOf(route).stream().noneMatch(one -> one.mayMatch(path))
          ? null
          : super.getMatchingMapping(route, request);
    }

    private List<Shape> shapesOf(RequestMappingInfo route) {
      List<Shape> known = shapes.get(route);
      if (known == null) {
        known = route.getPatternValues().stream().map(Shape::of).toList();
        shapes.put(route, known);
      }
      return known;
    }

    // What is encoded or carries parameters is compared in full: it may mean another path.
    private static boolean isPlain(String path) {
      return path.indexOf('%') < 0 && path.indexOf(';') < 0 && !path.contains("//");
    }
  }

  /**
   * What can be seen of a pattern without parsing a path.
   *
   * @param begin all before its first variable part
   * @param slashes how many it has; -1 if it takes any number of segments
   */
  record Shape(String begin, int slashes) {
    static Shape of(String pattern) {
      int variable = 0;
      while (variable < pattern.length() && "{*?".indexOf(pattern.charAt(variable)) < 0) {
        variable++;
      }
      String begin = pattern.substring(0, variable);
      if (pattern.isEmpty() || pattern.contains("**") || pattern.contains("{*")) {
        // Any number is also none: then the slash before it is not there either.
        return new Shape(begin.replaceFirst("/$", ""), -1);
      }
      // A variable's own expression may have slashes of its own.
      return new Shape(begin, pattern.indexOf(':') >= 0 ? -1 : slashesOf(pattern));
    }

    boolean mayMatch(String path) {
      return path.startsWith(begin) && (slashes < 0 || slashesOf(path) == slashes);
    }

    private static int slashesOf(String path) {
      int slashes = 0;
      for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
        slashes++;
      }
      return slashes;
    }
  }
}
