package parley.app.media;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Puts the signal socket at LiveKit's address. Pages of any origin may use it: the token decides.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SignalEndpoint implements WebSocketConfigurer {
  private final SignalSocket socket;
  private final SignalHandshake handshake;

  SignalEndpoint(SignalSocket socket, SignalHandshake handshake) {
    this.socket = socket;
    this.handshake = handshake;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(socket, "/rtc/v1")
        .addInterceptors(handshake)
        .setHandshakeHandler(new Uncompressed())
        .setAllowedOriginPatterns("*");
  }

  // Clients offer compression and work without; in the container it costs memory for every socket.
  private static final class Uncompressed extends DefaultHandshakeHandler {
    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
        ServerHttpRequest request,
        List<WebSocketExtension> requested,
        List<WebSocketExtension> supported) {
      return List.of();
    }
  }
}
