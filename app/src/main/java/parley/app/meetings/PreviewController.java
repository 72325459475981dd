package parley.app.meetings;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;

/**
 * {@code GET /api/v1/meetings/{code}/preview}: what somebody with the code may know before coming
 * in.
 */
@RestController
class PreviewController {
  private static final int MOST_SHOWN = 24;

  private final Visitors visitors;
  private final MeetingViews views;
  private final ParticipantRepository people;

  PreviewController(Visitors visitors, MeetingViews views, ParticipantRepository people) {
    this.visitors = visitors;
    this.views = views;
    this.people = people;
  }

  record Shown(String displayName) {}

  /**
   * @param people who is in, only for those who belong to the meeting
   */
  record Preview(
      String code,
      @Nullable String title,
      String hostName,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      MeetingStatus status,
      boolean isLocked,
      int participantsNow,
      int maxParticipants,
      boolean guestsAllowed,
      List<Shown> people) {}

  @GetMapping("/api/v1/meetings/{code}/preview")
  Preview preview(@PathVariable String code, CurrentPerson person, HttpServletRequest request) {
    Visitor visitor = visitors.visit(code, person, ClientAddress.of(request));
    Meeting meeting = visitor.meeting();
    return new Preview(
        meeting.code().printed(),
        meeting.title(),
        views.hostName(meeting),
        meeting.startsAt(),
        meeting.endsAt(),
        meeting.status(),
        meeting.isLocked(),
        meeting.participantsNow(),
        meeting.maxParticipants(),
        meeting.guestsAllowed(),
        visitor.belongs() ? present(meeting) : List.of());
  }

  private List<Shown> present(Meeting meeting) {
    return people.present(meeting.id(), MOST_SHOWN).stream()
        .map(found -> new Shown(found.displayName()))
        .toList();
  }
}
