package parley.app.server.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;
import parley.app.shared.LimitSettings;
import parley.app.shared.ParticipantCredentials;
import parley.app.shared.ParticipantPass;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.UserCredentials;

/**
 * Reads a request's credentials. A bearer token, where there is one, speaks alone: cookies are not
 * looked at then.
 */
@Component
class PersonReader {
  private static final String BEARER = "Bearer ";
  private static final int MOST_PASSES = 32;

  // Found at the first request: they need what this is part of, and finding them takes a while.
  private final Supplier<List<UserCredentials>> users;
  private final Supplier<List<ParticipantCredentials>> participants;
  private final RateLimits limits;

  PersonReader(
      ObjectProvider<UserCredentials> users,
      ObjectProvider<ParticipantCredentials> participants,
      RateLimits limits) {
    this.users = SingletonSupplier.of(() -> users.orderedStream().toList());
    this.participants = SingletonSupplier.of(() -> participants.orderedStream().toList());
    this.limits = limits;
  }

  /**
   * Refuses with 401 {@code invalid_token} if there is a bearer token that nobody knows, and with
   * 429 after too many.
   */
  CurrentPerson read(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return byBearer(authorization.substring(BEARER.length()).strip(), request);
    }
    return byCookies(request);
  }

  private CurrentPerson byBearer(String token, HttpServletRequest request) {
    Optional<SignedInUser> user =
        users.get().stream().flatMap(known -> known.byBearer(token).stream()).findFirst();
    List<ParticipantPass> passes = user.isPresent() ? List.of() : passes(List.of(token));
    if (user.isEmpty() && passes.isEmpty()) {
      limits.count("bearer", LimitSettings::wrongToken, ClientAddress.of(request));
      throw new Refusal(401, "invalid_token", "This token is not valid, or no longer.");
    }
    return new CurrentPerson(user, passes, false);
  }

  private CurrentPerson byCookies(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return CurrentPerson.NOBODY;
    }
    Optional<SignedInUser> user = Optional.empty();
    List<String> tokens = new ArrayList<>();
    for (Cookie cookie : cookies) {
      if (user.isEmpty() && cookie.getName().equals(UserCredentials.SESSION_COOKIE)) {
        user = bySession(cookie.getValue());
      }
      if (tokens.size() < MOST_PASSES
          && cookie.getName().startsWith(ParticipantCredentials.COOKIE_PREFIX)) {
        tokens.add(cookie.getValue());
      }
    }
    List<ParticipantPass> passes = passes(tokens);
    return new CurrentPerson(user, passes, user.isPresent() || !passes.isEmpty());
  }

  private Optional<SignedInUser> bySession(String value) {
    for (UserCredentials known : users.get()) {
      Optional<SignedInUser> user = known.bySessionCookie(value);
      if (user.isPresent()) {
        return user;
      }
    }
    return Optional.empty();
  }

  private List<ParticipantPass> passes(List<String> tokens) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    return participants.get().stream().flatMap(known -> known.byTokens(tokens).stream()).toList();
  }
}
