package parley.app.updates;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import parley.app.shared.ParticipantCredentials;
import parley.app.shared.UserCredentials;

/** The WebSocket of an open page: {@code /api/v1/updates}. */
@Component
class PageSocket extends TextWebSocketHandler {
  private final ConcurrentHashMap<String, PageConnection> pages = new ConcurrentHashMap<>();
  private final TopicRules rules;
  private final UpdateRepository repository;
  private final UpdateHub hub;
  private final PageWords words;
  private final UserCredentials users;
  private final ParticipantCredentials participants;

  PageSocket(
      TopicRules rules,
      UpdateRepository repository,
      UpdateHub hub,
      PageWords words,
      UserCredentials users,
      ParticipantCredentials participants) {
    this.rules = rules;
    this.repository = repository;
    this.hub = hub;
    this.words = words;
    this.users = users;
    this.participants = participants;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    Object kept = session.getAttributes().get(PageHandshake.CREDENTIALS);
    PageCredentials credentials = (PageCredentials) Objects.requireNonNull(kept);
    PageReading reading =
        new PageReading(
            () -> credentials.person(users, participants), rules, repository, hub, words);
    PageConnection page = new PageConnection(session, reading, hub::closed);
    pages.put(session.getId(), page);
    hub.opened(page);
    page.start();
    // Rights may have ended between the handshake and here.
    page.offer(new PageStep.Recheck());
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    PageConnection page = pages.get(session.getId());
    if (page == null) {
      return;
    }
    Optional<PageStep> step = words.read(message.getPayload());
    step.ifPresentOrElse(page::offer, () -> page.close(CloseStatus.BAD_DATA));
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable failure) {
    // The connection broke; the container closes it and says so below.
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    PageConnection page = pages.remove(session.getId());
    if (page != null) {
      page.ended();
    }
  }
}
