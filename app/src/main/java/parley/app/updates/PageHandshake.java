package parley.app.updates;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.OwnOrigin;
import parley.app.shared.ParticipantCredentials;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.UserCredentials;

/**
 * Decides before the upgrade: a browser must say it is a page of ours (its cookies travel with any
 * page's WebSocket), a program must bring a bearer token, and either must be somebody.
 */
@Component
class PageHandshake implements HandshakeInterceptor {
  static final String CREDENTIALS = PageCredentials.class.getName();

  private final OwnOrigin ownOrigin;
  private final UserCredentials users;
  private final ParticipantCredentials participants;
  private final RateLimits limits;

  PageHandshake(
      OwnOrigin ownOrigin,
      UserCredentials users,
      ParticipantCredentials participants,
      RateLimits limits) {
    this.ownOrigin = ownOrigin;
    this.users = users;
    this.participants = participants;
    this.limits = limits;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    HttpServletRequest servlet = ((ServletServerHttpRequest) request).getServletRequest();
    PageCredentials credentials = PageCredentials.of(servlet);
    if (isFromElsewhere(credentials, servlet)) {
      response.setStatusCode(HttpStatus.FORBIDDEN);
      return false;
    }
    if (credentials.person(users, participants).isNobody()) {
      response.setStatusCode(HttpStatus.UNAUTHORIZED);
      return false;
    }
    if (!withinLimit(servlet)) {
      response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
      return false;
    }
    attributes.put(CREDENTIALS, credentials);
    return true;
  }

  /** A page names where it is; a program with a bearer may keep quiet about it. */
  private boolean isFromElsewhere(PageCredentials credentials, HttpServletRequest request) {
    return credentials.isBearer()
        ? ownOrigin.isForeign(request)
        : !ownOrigin.isOwn(request.getHeader("Origin"), request);
  }

  private boolean withinLimit(HttpServletRequest request) {
    try {
      limits.count("updates", LimitSettings::updates, ClientAddress.of(request));
      return true;
    } catch (Refusal tooMany) {
      return false;
    }
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
