package parley.app.meetings.join;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import parley.app.media.MediaEngine;
import parley.app.meetings.Meeting;
import parley.app.meetings.MeetingRole;
import parley.app.meetings.MeetingView;
import parley.app.meetings.MeetingViews;
import parley.app.meetings.Meetings;
import parley.app.meetings.Visitor;
import parley.app.meetings.Visitors;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.updates.Topic;
import parley.app.updates.Updates;

/**
 * {@code POST /api/v1/meetings/{code}/join}: for users, for guests, and for those who come back.
 */
@RestController
class JoinController {
  private final Visitors visitors;
  private final JoinNames names;
  private final Joins joins;
  private final ParticipantTokens tokens;
  private final ParticipantCookies cookies;
  private final MediaEngine media;
  private final Meetings meetings;
  private final MeetingViews views;
  private final Updates updates;
  private final RateLimits limits;

  JoinController(
      Visitors visitors,
      JoinNames names,
      Joins joins,
      ParticipantTokens tokens,
      ParticipantCookies cookies,
      MediaEngine media,
      Meetings meetings,
      MeetingViews views,
      Updates updates,
      RateLimits limits) {
    this.visitors = visitors;
    this.names = names;
    this.joins = joins;
    this.tokens = tokens;
    this.cookies = cookies;
    this.media = media;
    this.meetings = meetings;
    this.views = views;
    this.updates = updates;
    this.limits = limits;
  }

  /**
   * @param displayName what a guest wants to be called; users have a name
   * @param presenceId of this tab, before it was loaded again
   */
  record JoinRequest(
      @Nullable @Size(max = 200) String displayName,
      @Nullable @Size(max = 100) String passcode,
      @Nullable @Size(max = 200) String invite,
      @Nullable UUID presenceId) {}

  record MediaAccess(String url, String token) {}

  record UpdatesFrom(String topic, long seq) {}

  record Admitted(
      String status,
      UUID participantId,
      UUID presenceId,
      String participantToken,
      MediaAccess media,
      MeetingRole role,
      UpdatesFrom updates,
      MeetingView meeting) {}

  @PostMapping("/api/v1/meetings/{code}/join")
  Admitted join(
      @PathVariable String code,
      @RequestBody(required = false) @Valid @Nullable JoinRequest body,
      CurrentPerson person,
      HttpServletRequest request,
      HttpServletResponse response) {
    JoinRequest wish = body == null ? new JoinRequest(null, null, null, null) : body;
    ClientAddress address = ClientAddress.of(request);
    limits.count("join", LimitSettings::join, address.limitKey());
    Visitor visitor = visitors.visit(code, person, address);
    String name = names.of(visitor, wish.displayName());
    Admission admission = joins.join(new Joiner(visitor, name, wish.invite(), wish.presenceId()));
    String token = tokens.token(admission.presenceId());
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookies.cookie(visitor.meeting(), token, request).toString());
    return answer(visitor.meeting(), admission, token, request);
  }

  private Admitted answer(
      Meeting asked, Admission admission, String token, HttpServletRequest request) {
    MeetingRole role = admission.participant().role();
    Topic topic = Topic.meeting(asked.id());
    // The number first: what happens after it is read from the stream, what the answer shows is at
    // least as new.
    long seq = updates.latest(topic);
    Meeting meeting = meetings.find(asked.id()).orElse(asked);
    return new Admitted(
        "admitted",
        admission.participant().id(),
        admission.presenceId(),
        token,
        new MediaAccess(media.signalUrl(ownAddress(request)), joins.token(admission)),
        role,
        new UpdatesFrom(topic.toString(), seq),
        views.show(meeting, role));
  }

  // The address the asker reached us by works for the asker's media socket too, whatever other
  // names we have.
  private static String ownAddress(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }
}
