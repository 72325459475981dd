package parley.app.login;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ClientAddress;
import parley.app.shared.SignedInUser;

/** Where somebody is logged in. */
@RestController
@RequestMapping("/api/v1/sessions")
class OwnSessionsController {
  private final Sessions sessions;
  private final DeviceWords words;

  OwnSessionsController(Sessions sessions, DeviceWords words) {
    this.sessions = sessions;
    this.words = words;
  }

  /**
   * @param device browser and system in words
   * @param handheld whether that is a phone or a tablet
   * @param place the address it came from, cut: 84.208.16.x
   * @param address the whole address
   * @param lastUsedAt true to a minute
   * @param current whether it is the one that asks
   */
  record SessionView(
      UUID id,
      String device,
      boolean handheld,
      String place,
      String address,
      Instant createdAt,
      Instant lastUsedAt,
      boolean current) {}

  record SessionList(List<SessionView> items) {}

  @GetMapping
  SessionList list(SignedInUser user) {
    return new SessionList(
        sessions.list(user.userId()).stream().map(session -> view(session, user)).toList());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(SignedInUser user, @PathVariable UUID id) {
    sessions.endOwn(user.userId(), id);
  }

  /** All but the one that asks. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOthers(SignedInUser user) {
    sessions.endOthers(user);
  }

  private SessionView view(OpenSession session, SignedInUser user) {
    DeviceWords.Device device = words.of(session.userAgent());
    return new SessionView(
        session.id(),
        device.name(),
        device.handheld(),
        cut(session.address()),
        session.address().text(),
        session.createdAt(),
        session.lastUsedAt(),
        session.id().equals(user.sessionId()));
  }

  /** The last part of an IPv4 address, or the last 80 bits of an IPv6 one, taken away. */
  static String cut(ClientAddress address) {
    String text = address.text();
    int dot = text.lastIndexOf('.');
    return dot > 0 ? text.substring(0, dot) + ".x" : address.network().replaceFirst("/.*", "");
  }
}
