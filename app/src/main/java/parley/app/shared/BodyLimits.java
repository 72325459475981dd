package parley.app.shared;

import java.util.Map;

/**
 * Routes whose requests may have a larger body than {@link #USUAL}. A room declares its own as a
 * bean, for example {@code BodyLimits.of("PUT /api/v1/users/me/picture", 16 << 20)}.
 *
 * @param routes method, space, path without variables; and how many bytes
 */
public record BodyLimits(Map<String, Long> routes) {
  /** The largest body of a route that is not declared, in bytes. */
  public static final long USUAL = 64L * 1024;

  public static BodyLimits of(String route, long bytes) {
    return new BodyLimits(Map.of(route, bytes));
  }
}
