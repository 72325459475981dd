package parley.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import parley.app.shared.Refusal;
import parley.mediaserver.SignalTicket;

class SignalSocketTest {
  @Test
  void aSocketThatCannotBeServedLeavesNoThreadBehind() throws Exception {
    EmbeddedMedia media = mock(EmbeddedMedia.class);
    given(media.server()).willThrow(new Refusal(503, "unavailable", "This server is stopping."));
    CompletableFuture<CloseStatus> ended = new CompletableFuture<>();
    WebSocketSession socket = mock(WebSocketSession.class);
    given(socket.getId()).willReturn("1");
    given(socket.isOpen()).willReturn(true);
    given(socket.getAttributes())
        .willReturn(Map.of(SignalHandshake.TICKET, mock(SignalTicket.class)));
    willAnswer(call -> ended.complete(call.getArgument(0))).given(socket).close(any());
    assertThatThrownBy(() -> new SignalSocket(media).afterConnectionEstablished(socket))
        .isInstanceOf(Refusal.class);
    // The thread closes the socket as the last thing it does.
    assertThat(ended).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(CloseStatus.GOING_AWAY);
  }
}
