package parley.app.meetings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;
import parley.app.shared.LimitSettings;
import parley.app.shared.PlainText;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.users.Hosting;

/** {@code /api/v1/meetings}: planning, listing, changing and ending. */
@RestController
@RequestMapping("/api/v1/meetings")
class MeetingController {
  private final Meetings meetings;
  private final MeetingViews views;
  private final Visitors visitors;
  private final RateLimits limits;
  private final Hosting hosting;

  MeetingController(
      Meetings meetings,
      MeetingViews views,
      Visitors visitors,
      RateLimits limits,
      Hosting hosting) {
    this.hosting = hosting;
    this.meetings = meetings;
    this.views = views;
    this.visitors = visitors;
    this.limits = limits;
  }

  /**
   * What a client says of a meeting; everything may be left out.
   *
   * @param version the one that a change was made from: the later of two who change the same field
   *     from it is refused
   */
  record Wishes(
      @Nullable @Size(max = 200) String title,
      @Nullable @Size(max = 5000) String description,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable @Min(1) @Max(1_000_000) Integer maxParticipants,
      @Nullable Boolean isLocked,
      @Nullable Boolean guestsAllowed,
      @Nullable Boolean recordingAllowed,
      @Nullable Boolean transcriptionEnabled,
      @Nullable Long version) {

    static final Wishes NONE =
        new Wishes(null, null, null, null, null, null, null, null, null, null);

    /** Refuses words that cannot be read, naming the field. */
    Wishes readable() {
      if (title != null) {
        PlainText.requireLine("title", "A title", title);
        if (!title.isBlank() && !PlainText.shows(title)) {
          throw Refusal.invalid("title", "This title cannot be seen. Write one that shows.");
        }
      }
      if (description != null) {
        PlainText.requireText("description", "A description", description);
      }
      return this;
    }

    MeetingPlan plan() {
      return new MeetingPlan(
          title,
          description,
          startsAt,
          endsAt,
          maxParticipants,
          !Boolean.FALSE.equals(guestsAllowed),
          !Boolean.FALSE.equals(recordingAllowed),
          Boolean.TRUE.equals(transcriptionEnabled));
    }

    MeetingChange change() {
      return new MeetingChange(
          title,
          description,
          startsAt,
          endsAt,
          maxParticipants,
          isLocked,
          guestsAllowed,
          recordingAllowed,
          transcriptionEnabled,
          version);
    }
  }

  record Page(List<MeetingView> items, @Nullable String nextCursor) {}

  @PostMapping
  ResponseEntity<MeetingView> create(
      @RequestBody(required = false) @Valid @Nullable Wishes wishes, SignedInUser user) {
    limits.count("meeting", LimitSettings::createMeeting, user.userId().toString());
    hosting.require(user.userId());
    Meeting made =
        meetings.create(user.userId(), (wishes == null ? Wishes.NONE : wishes.readable()).plan());
    return ResponseEntity.created(URI.create("/api/v1/meetings/" + made.code()))
        .body(views.show(made, MeetingRole.HOST));
  }

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "upcoming") String when,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      SignedInUser user,
      CurrentPerson person) {
    MeetingPage page = MeetingPage.of(when, limit, cursor);
    List<MeetingWithMe> found = meetings.list(user.userId(), page);
    String next =
        found.size() < page.limit()
            ? null
            : MeetingPage.Place.of(found.getLast().meeting()).cursor();
    List<Visitor> mine = found.stream().map(one -> visitors.visit(one, person)).toList();
    return new Page(views.show(mine), next);
  }

  @GetMapping("/{code}")
  MeetingView get(@PathVariable String code, CurrentPerson person, HttpServletRequest request) {
    Visitor visitor = visit(code, person, request);
    visitor.requireBelonging();
    return views.show(visitor.meeting(), visitor.role().orElse(null));
  }

  @PatchMapping("/{code}")
  MeetingView change(
      @PathVariable String code,
      @RequestBody @Valid Wishes wishes,
      CurrentPerson person,
      SignedInUser user,
      HttpServletRequest request) {
    Visitor visitor = visit(code, person, request);
    visitor.requireHost();
    Meeting changed =
        meetings.change(visitor.meeting().id(), wishes.readable().change(), user.userId());
    return views.show(changed, visitor.role().orElse(null));
  }

  @DeleteMapping("/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(
      @PathVariable String code,
      CurrentPerson person,
      SignedInUser user,
      HttpServletRequest request) {
    Visitor visitor = visit(code, person, request);
    visitor.requireHost();
    meetings.cancel(visitor.meeting().id(), user.userId());
  }

  @PostMapping("/{code}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(
      @PathVariable String code,
      CurrentPerson person,
      SignedInUser user,
      HttpServletRequest request) {
    Visitor visitor = visit(code, person, request);
    visitor.requireHost();
    meetings.end(visitor.meeting().id(), user.userId());
  }

  private Visitor visit(String code, CurrentPerson person, HttpServletRequest request) {
    return visitors.visit(code, person, ClientAddress.of(request));
  }
}
