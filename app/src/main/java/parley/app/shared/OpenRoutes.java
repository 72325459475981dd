package parley.app.shared;

import java.util.List;

/**
 * Routes of the API that answer somebody unknown. Every other one under {@code /api} refuses with
 * 401 before its controller is reached. A room declares its own as a bean, for example {@code
 * OpenRoutes.of("POST /api/v1/users")}.
 *
 * @param routes method, space, path pattern in Spring's way
 */
public record OpenRoutes(List<String> routes) {
  public static OpenRoutes of(String... routes) {
    return new OpenRoutes(List.of(routes));
  }
}
