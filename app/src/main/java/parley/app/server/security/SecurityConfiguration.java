package parley.app.server.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import parley.app.server.http.Problems;
import parley.app.server.http.ReverseProxy;
import parley.app.shared.KeyRoutes;
import parley.app.shared.OpenRoutes;
import parley.app.shared.OwnOrigin;
import parley.app.shared.ParleySettings;
import parley.app.shared.PublicUrl;
import parley.app.shared.Refusal;

/**
 * Who gets as far as a controller. Under {@code /api} everybody but nobody, except on open routes;
 * what a person may do there is the room's to say. No server session: who is asking is found out
 * anew each time.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private final Problems problems;
  private final PublicUrl publicUrl;
  private final OwnOrigin origin;
  private final boolean httpsForGood;

  SecurityConfiguration(
      Problems problems, PublicUrl publicUrl, OwnOrigin origin, ParleySettings settings) {
    this.problems = problems;
    this.publicUrl = publicUrl;
    this.origin = origin;
    this.httpsForGood =
        publicUrl.isSecure() && !settings.lan() && !publicUrl.base().contains("//localhost");
  }

  /** Watching each filter costs more than the filters. */
  @Bean
  static SecurityObservationSettings unobserved() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      PersonReader reader,
      ObjectProvider<OpenRoutes> open,
      ObjectProvider<KeyRoutes> keys) {
    List<PathPatternRequestMatcher> openRoutes =
        open.stream()
            .flatMap(some -> some.routes().stream())
            .map(SecurityConfiguration::matcher)
            .toList();
    List<KeyScopeFilter.Route> keyRoutes =
        keys.stream().flatMap(SecurityConfiguration::keyRoutes).toList();
    stateless(http)
        .securityMatcher("/api/**")
        .addFilterBefore(new PersonFilter(reader, problems), CsrfFilter.class)
        .addFilterAfter(new KeyScopeFilter(keyRoutes, problems), PersonFilter.class)
        .addFilterBefore(new OriginFilter(origin, problems), PersonFilter.class)
        .csrf(csrf ->
            csrf.csrfTokenRepository(tokenCookie())
                .csrfTokenRequestHandler(alwaysSent())
                .requireCsrfProtectionMatcher(request ->
                    !OriginFilter.READING.contains(request.getMethod())
                        && PersonFilter.of(request).byCookie()))
        .authorizeHttpRequests(rules ->
            rules
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(openRoutes.toArray(PathPatternRequestMatcher[]::new))
                .permitAll()
                .anyRequest()
                .access((nobody, asked) ->
                    new AuthorizationDecision(!PersonFilter.of(asked.getRequest()).isNobody())))
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint((q, a, e) -> problems.write(a, Refusal.notLoggedIn()))
                .accessDeniedHandler((q, a, e) -> problems.write(a, Denied.refusal(e))));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain operator(HttpSecurity http, ParleySettings settings, ReverseProxy proxy) {
    stateless(http)
        .securityMatcher("/actuator/**")
        .csrf(AbstractHttpConfigurer::disable)
        .addFilterBefore(
            new ActuatorGuard(settings.monitoringKey(), proxy, problems), AuthorizationFilter.class)
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
    return http.build();
  }

  /**
   * Pages, assets and the media signal: nothing to log in to, nothing a foreign page could misuse.
   */
  @Bean
  @Order(3)
  SecurityFilterChain everythingElse(HttpSecurity http) {
    stateless(http)
        .csrf(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
    return http.build();
  }

  private HttpSecurity stateless(HttpSecurity http) {
    return http.sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers -> SecurityHeaders.set(headers, this::isHttpsForGood))
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(Customizer.withDefaults());
  }

  private boolean isHttpsForGood(HttpServletRequest request) {
    return httpsForGood && origin.reachedAt(request).startsWith("https:");
  }

  /** Read by our pages, so not HttpOnly; sent with any answer, also a 401. */
  private CookieCsrfTokenRepository tokenCookie() {
    CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookiePath("/");
    repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(publicUrl.isSecure()));
    return repository;
  }

  private static CsrfTokenRequestAttributeHandler alwaysSent() {
    CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
    handler.setCsrfRequestAttributeName(null);
    return handler;
  }

  // A HEAD is answered by the controller of the GET.
  private static Stream<KeyScopeFilter.Route> keyRoutes(KeyRoutes declared) {
    return declared.routes().stream()
        .flatMap(route ->
            route.startsWith("GET ")
                ? Stream.of(route, route.replaceFirst("GET", "HEAD"))
                : Stream.of(route))
        .map(route -> new KeyScopeFilter.Route(matcher(route), declared.scopes()));
  }

  private static PathPatternRequestMatcher matcher(String route) {
    String[] parts = route.split(" ", 2);
    return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(parts[0]), parts[1]);
  }
}
