package parley.app.login.social;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import parley.app.login.Arrival;
import parley.app.login.ArrivalAnswers;
import parley.app.login.Browser;
import parley.app.login.SecretToken;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;
import parley.app.shared.LimitSettings;
import parley.app.shared.PublicUrl;
import parley.app.shared.RateLimits;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/**
 * Logging in by a provider. It redirects to a page of ours, which brings its answer here by a
 * request of its own: no GET changes anything.
 */
@RestController
class SocialLoginController {
  private static final String COOKIE = "parley_social";
  private static final String PATH = "/api/v1/social-logins";

  private final SocialAttempts attempts;
  private final SocialLogins logins;
  private final ArrivalAnswers answers;
  private final PublicUrl publicUrl;
  private final RateLimits limits;

  SocialLoginController(
      SocialAttempts attempts,
      SocialLogins logins,
      ArrivalAnswers answers,
      PublicUrl publicUrl,
      RateLimits limits) {
    this.attempts = attempts;
    this.logins = logins;
    this.answers = answers;
    this.publicUrl = publicUrl;
    this.limits = limits;
  }

  /** Where the browser goes now. */
  record Departure(URI url) {}

  /**
   * @param outcome {@code linked}, or {@code confirm_email} where the address must be proven first
   */
  record Outcome(String outcome) {}

  @PostMapping(PATH + "/{provider}")
  ResponseEntity<Departure> begin(@PathVariable String provider, HttpServletRequest request) {
    limits.count("social login", LimitSettings::socialLogin, ClientAddress.of(request));
    return depart(provider, null);
  }

  @StepUp
  @PostMapping("/api/v1/users/me/linked-accounts/{provider}")
  ResponseEntity<Departure> beginLink(@PathVariable String provider, SignedInUser user) {
    logins.requireMayLink(user.userId());
    return depart(provider, user.userId());
  }

  /**
   * 201 and the user, who is logged in; 202 where a second step is due or the address must be
   * proven; 200 if it linked.
   */
  @PostMapping(PATH + "/{provider}/answer")
  ResponseEntity<?> answer(
      @PathVariable String provider,
      @RequestBody SocialAttempts.Answer answer,
      CurrentPerson person,
      HttpServletRequest request) {
    SecretToken browser = browser(request).orElseThrow(SocialRefusals::over);
    SocialAttempts.Arrival arrival = attempts.arrive(provider, answer, browser);
    return arrival.linkTo() == null
        ? enter(arrival, Browser.of(request))
        : link(arrival, arrival.linkTo(), person);
  }

  private ResponseEntity<?> enter(SocialAttempts.Arrival arrival, Browser browser) {
    Optional<Arrival> in = logins.enter(arrival.provider(), arrival.identity(), browser);
    return in.isEmpty()
        ? ResponseEntity.accepted().body(new Outcome("confirm_email"))
        : answers.to(in.get());
  }

  // Whoever is logged in now must be who asked for the link.
  private ResponseEntity<?> link(
      SocialAttempts.Arrival arrival, UUID userId, CurrentPerson person) {
    if (!person.requireUser().userId().equals(userId)) {
      throw SocialRefusals.over();
    }
    logins.link(arrival.provider(), arrival.identity(), userId);
    return ResponseEntity.ok(new Outcome("linked"));
  }

  private ResponseEntity<Departure> depart(String provider, @Nullable UUID linkTo) {
    SocialAttempts.Departure departure = attempts.depart(provider, linkTo);
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie(departure.browser()))
        .body(new Departure(departure.url()));
  }

  private String cookie(SecretToken browser) {
    return ResponseCookie.from(COOKIE, browser.value())
        .httpOnly(true)
        .secure(publicUrl.isSecure())
        .sameSite("Strict")
        .path(PATH)
        .maxAge(Duration.ofSeconds(SocialAttempts.VALID_FOR.toSeconds()))
        .build()
        .toString();
  }

  private static Optional<SecretToken> browser(HttpServletRequest request) {
    Cookie[] all = request.getCookies();
    return Stream.of(all == null ? new Cookie[0] : all)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .findFirst()
        .flatMap(cookie -> SecretToken.parse(cookie.getValue()));
  }
}
