package parley.app.media;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import parley.mediaserver.SignalAnswer;
import parley.mediaserver.SignalRequest;
import parley.mediaserver.SignalTicket;

/**
 * Who may connect a signal WebSocket: the media server checks the token, the room above whether
 * that identity still may enter. So a removed person's token is dead at once, and a meeting's room
 * is made again after a restart.
 */
@Component
class SignalAdmission {
  private static final SignalAnswer.Refused NOT_ALLOWED =
      new SignalAnswer.Refused(401, "permissions denied");
  private static final SignalAnswer.Refused STOPPING =
      new SignalAnswer.Refused(503, "the server is stopping");

  private final EmbeddedMedia media;
  private final RoomEntry entry;

  SignalAdmission(EmbeddedMedia media, RoomEntry entry) {
    this.media = media;
    this.entry = entry;
  }

  /** May this request be upgraded? */
  SignalAnswer admit(HttpServletRequest request) {
    if (!media.isRunning()) {
      return STOPPING;
    }
    return switch (media.server().admit(signal(request))) {
      case SignalAnswer.Refused refused -> refused;
      case SignalAnswer.Accepted accepted -> mayEnter(accepted.ticket()) ? accepted : NOT_ALLOWED;
    };
  }

  /** The answer to {@code …/validate}: would it be upgraded? */
  SignalAnswer.Refused validate(HttpServletRequest request) {
    if (!media.isRunning()) {
      return STOPPING;
    }
    return media.server().validate(signal(request));
  }

  private boolean mayEnter(SignalTicket ticket) {
    return switch (entry.mayEnter(ticket.room(), ticket.identity())) {
      case ENTER, UNKNOWN_ROOM -> true;
      case REFUSED -> false;
    };
  }

  private static SignalRequest signal(HttpServletRequest request) {
    Map<String, String> query = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
    String path = request.getServletPath();
    return new SignalRequest(path, query, request.getHeader(HttpHeaders.AUTHORIZATION));
  }
}
