package parley.app.meetings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Refusal;

/**
 * {@code GET /api/v1/meetings/{code}/participants}: everybody who ever was in the meeting, for its
 * hosts.
 */
@RestController
class ParticipantsController {
  private static final int MOST = 200;

  private final Visitors visitors;
  private final ParticipantRepository people;

  ParticipantsController(Visitors visitors, ParticipantRepository people) {
    this.visitors = visitors;
    this.people = people;
  }

  record Page(List<MeetingParticipant> items, @Nullable String nextCursor) {}

  @GetMapping("/api/v1/meetings/{code}/participants")
  Page participants(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      CurrentPerson person,
      HttpServletRequest request) {
    Visitor visitor = visitors.visit(code, person, ClientAddress.of(request));
    visitor.requireHost();
    int most = limit == null ? MOST : Math.clamp(limit, 1, MOST);
    var found = people.all(visitor.meeting().id(), cursor == null ? null : place(cursor), most);
    String next = found.size() < most ? null : found.getLast().id().toString();
    return new Page(found, next);
  }

  private static UUID place(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException notOurs) {
      throw Refusal.invalid("cursor", "This cursor is not one of ours.");
    }
  }
}
