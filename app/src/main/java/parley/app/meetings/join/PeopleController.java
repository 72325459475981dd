package parley.app.meetings.join;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.meetings.Visitor;
import parley.app.meetings.Visitors;
import parley.app.meetings.presence.Roster;
import parley.app.meetings.presence.RosterEntry;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;

/** Who is in a meeting now, raised hands, and what hosts do about people. */
@RestController
@RequestMapping("/api/v1/meetings/{code}")
class PeopleController {
  private final Visitors visitors;
  private final Roster roster;
  private final Hands hands;
  private final HostActions hosts;

  PeopleController(Visitors visitors, Roster roster, Hands hands, HostActions hosts) {
    this.visitors = visitors;
    this.roster = roster;
    this.hands = hands;
    this.hosts = hosts;
  }

  record People(List<RosterEntry> items, @Nullable String nextCursor) {}

  record HandRequest(boolean raised) {}

  @GetMapping("/people")
  People people(@PathVariable String code, CurrentPerson person, HttpServletRequest request) {
    Visitor visitor = visit(code, person, request);
    visitor.requireBelonging();
    return new People(roster.of(visitor.meeting().id()), null);
  }

  @PutMapping("/hand")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hand(
      @PathVariable String code,
      @RequestBody @Valid HandRequest body,
      CurrentPerson person,
      HttpServletRequest request) {
    Visitor visitor = visit(code, person, request);
    visitor.requireOpen();
    hands.set(visitor.requireParticipant(), body.raised());
  }

  @PostMapping("/people/{participantId}/remove")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @PathVariable String code,
      @PathVariable UUID participantId,
      CurrentPerson person,
      HttpServletRequest request) {
    hosts.remove(visit(code, person, request), participantId);
  }

  @PostMapping("/people/{participantId}/mute")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void mute(
      @PathVariable String code,
      @PathVariable UUID participantId,
      CurrentPerson person,
      HttpServletRequest request) {
    hosts.mute(visit(code, person, request), participantId);
  }

  private Visitor visit(String code, CurrentPerson person, HttpServletRequest request) {
    return visitors.visit(code, person, ClientAddress.of(request));
  }
}
