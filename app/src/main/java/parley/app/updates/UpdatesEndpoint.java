package parley.app.updates;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Puts the page socket at its address. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class UpdatesEndpoint implements WebSocketConfigurer {
  private final PageSocket socket;
  private final PageHandshake handshake;

  UpdatesEndpoint(PageSocket socket, PageHandshake handshake) {
    this.socket = socket;
    this.handshake = handshake;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(socket, "/api/v1/updates")
        .addInterceptors(handshake)
        .setHandshakeHandler(new Uncompressed())
        // The handshake has its own rule for Origin, which also knows programs with a bearer.
        .setAllowedOriginPatterns("*");
  }

  // Compression costs some 100 kB a connection in the container; updates are small.
  private static final class Uncompressed extends DefaultHandshakeHandler {
    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
        org.springframework.http.server.ServerHttpRequest request,
        List<WebSocketExtension> requested,
        List<WebSocketExtension> supported) {
      return List.of();
    }
  }
}
