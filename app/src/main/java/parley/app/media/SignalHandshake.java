package parley.app.media;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import parley.mediaserver.SignalAnswer;

/**
 * Answers a signal request before the upgrade, so that a refusal is an HTTP status a client can
 * read.
 */
@Component
class SignalHandshake implements HandshakeInterceptor {
  static final String TICKET = "ticket";
  private static final int NOT_FOUND = 404;

  private final SignalAdmission admission;

  SignalHandshake(SignalAdmission admission) {
    this.admission = admission;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws IOException {
    HttpServletRequest servlet = ((ServletServerHttpRequest) request).getServletRequest();
    SignalAnswer answer = admission.admit(servlet);
    switch (answer) {
      case SignalAnswer.Refused refused -> refuse(response, refused.status(), refused.text());
      case SignalAnswer.Accepted accepted when !isUpgrade(servlet) ->
          refuse(response, NOT_FOUND, "");
      case SignalAnswer.Accepted accepted -> {
        attributes.put(TICKET, accepted.ticket());
        return true;
      }
    }
    return false;
  }

  private static boolean isUpgrade(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
  }

  private static void refuse(ServerHttpResponse response, int status, String text)
      throws IOException {
    response.setStatusCode(HttpStatusCode.valueOf(status));
    response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
    response.getBody().write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
