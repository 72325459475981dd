package parley.app.shared;

import java.util.List;
import java.util.Set;

/**
 * Routes of the API that a personal API key with one of these scopes may use. All others are closed
 * to keys. A room declares its own as a bean; {@code docs/api/keys.md} lists them all.
 *
 * @param routes method, space, path pattern in Spring's way
 */
public record KeyRoutes(Set<KeyScope> scopes, List<String> routes) {
  public static KeyRoutes of(KeyScope scope, String... routes) {
    return new KeyRoutes(Set.of(scope), List.of(routes));
  }

  /** Routes that every key may use, whatever its scopes. */
  public static KeyRoutes ofEvery(String... routes) {
    return new KeyRoutes(Set.of(KeyScope.values()), List.of(routes));
  }
}
