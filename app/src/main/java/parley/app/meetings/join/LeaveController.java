package parley.app.meetings.join;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.meetings.Visitor;
import parley.app.meetings.Visitors;
import parley.app.meetings.presence.Departure;
import parley.app.meetings.presence.Departures;
import parley.app.meetings.presence.PresenceRepository;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;

/** {@code POST /api/v1/meetings/{code}/leave}: this tab leaves, and its seat is free at once. */
@RestController
class LeaveController {
  private final Visitors visitors;
  private final PresenceRepository presences;
  private final Departures departures;

  LeaveController(Visitors visitors, PresenceRepository presences, Departures departures) {
    this.visitors = visitors;
    this.presences = presences;
    this.departures = departures;
  }

  record LeaveRequest(@NotNull UUID presenceId) {}

  @PostMapping("/api/v1/meetings/{code}/leave")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(
      @PathVariable String code,
      @RequestBody @Valid LeaveRequest body,
      CurrentPerson person,
      HttpServletRequest request) {
    Visitor visitor = visitors.visit(code, person, ClientAddress.of(request));
    UUID me = visitor.requireParticipant().id();
    presences
        .find(body.presenceId())
        .filter(presence -> presence.participantId().equals(me))
        .ifPresent(presence -> departures.close(presence, Departure.LEFT));
  }
}
