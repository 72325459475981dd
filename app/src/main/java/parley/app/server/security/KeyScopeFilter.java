package parley.app.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import parley.app.server.http.Problems;
import parley.app.shared.KeyScope;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;

/**
 * Holds every API key to its scopes, in one place: a route that is declared for none of them is
 * closed, also one that is open to everybody.
 */
final class KeyScopeFilter extends OncePerRequestFilter {
  private final List<Route> routes;
  private final Problems problems;

  /** A route that keys may use. */
  record Route(PathPatternRequestMatcher matcher, Set<KeyScope> scopes) {}

  KeyScopeFilter(List<Route> routes, Problems problems) {
    this.routes = List.copyOf(routes);
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Set<KeyScope>> given =
        PersonFilter.of(request).user().flatMap(SignedInUser::keyScopes);
    if (given.isPresent()) {
      Set<KeyScope> asked = scopesFor(request);
      if (asked.stream().noneMatch(given.get()::contains)) {
        problems.write(response, refusal(asked));
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private Set<KeyScope> scopesFor(HttpServletRequest request) {
    Set<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
    routes.stream()
        .filter(route -> route.matcher().matches(request))
        .forEach(route -> scopes.addAll(route.scopes()));
    return scopes;
  }

  private static Refusal refusal(Set<KeyScope> asked) {
    if (asked.isEmpty()) {
      return new Refusal(403, "not_for_api_keys", "No API key may do this. Log in with a browser.");
    }
    String scopes =
        asked.stream().map(KeyScope::spelled).sorted().collect(Collectors.joining(" or "));
    return new Refusal(
        403, "scope_missing", "This API key may not do this. It needs " + scopes + ".");
  }
}
