package parley.app.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import parley.mediaserver.SignalSession;
import parley.mediaserver.SignalTicket;

/**
 * The signal WebSocket: pipes frames to and from the media server and knows nothing of what they
 * say.
 */
@Component
class SignalSocket extends AbstractWebSocketHandler {
  private final EmbeddedMedia media;
  private final Map<String, Conversation> open = new ConcurrentHashMap<>();

  // Frames are collected here: the container would set aside the largest message for every socket.
  private record Conversation(
      SignalSession session, SignalFrames out, ByteArrayOutputStream partial) {}

  SignalSocket(EmbeddedMedia media) {
    this.media = media;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    // Taken out: it holds the whole join request, which nobody needs any more.
    Object ticket = socket.getAttributes().remove(SignalHandshake.TICKET);
    SignalFrames out = new SignalFrames(socket);
    SignalSession session = media.server().open((SignalTicket) Objects.requireNonNull(ticket), out);
    open.put(socket.getId(), new Conversation(session, out, new ByteArrayOutputStream()));
  }

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
    ByteBuffer payload = message.getPayload();
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    byte[] whole = collect(socket, bytes, message);
    Conversation conversation = open.get(socket.getId());
    if (whole != null && conversation != null) {
      conversation.session.binary(whole);
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
    byte[] whole = collect(socket, message.getPayload().getBytes(StandardCharsets.UTF_8), message);
    Conversation conversation = open.get(socket.getId());
    if (whole != null && conversation != null) {
      conversation.session.text(new String(whole, StandardCharsets.UTF_8));
    }
  }

  private byte @Nullable [] collect(
      WebSocketSession socket, byte[] bytes, WebSocketMessage<?> message) {
    Conversation conversation = open.get(socket.getId());
    if (conversation == null) {
      return null;
    }
    ByteArrayOutputStream partial = conversation.partial;
    if (partial.size() + bytes.length > conversation.session.maxMessageBytes()) {
      partial.reset();
      conversation.session.tooLarge();
      return null;
    }
    partial.writeBytes(bytes);
    if (!message.isLast()) {
      return null;
    }
    byte[] whole = partial.toByteArray();
    partial.reset();
    return whole;
  }

  @Override
  public void handleTransportError(WebSocketSession socket, Throwable failure) {
    // The connection broke; the container closes it and says so below.
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    Conversation conversation = open.remove(socket.getId());
    if (conversation != null) {
      conversation.session.closed();
    }
  }

  /** Keeps middleboxes from closing quiet sockets and finds dead ones. */
  @Scheduled(fixedRateString = "PT10S")
  void ping() {
    open.values().forEach(conversation -> conversation.out.ping());
  }
}
