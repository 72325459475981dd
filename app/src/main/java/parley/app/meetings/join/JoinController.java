package parley.app.meetings.join;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import parley.app.meetings.Visitor;
import parley.app.meetings.Visitors;
import parley.app.meetings.join.JoinAnswers.Admitted;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;

/**
 * {@code POST /api/v1/meetings/{code}/join}: for users, for guests, and for those who come back.
 */
@RestController
class JoinController {
  private final Visitors visitors;
  private final JoinNames names;
  private final Joins joins;
  private final JoinAnswers answers;
  private final ParticipantCookies cookies;
  private final RateLimits limits;

  JoinController(
      Visitors visitors,
      JoinNames names,
      Joins joins,
      JoinAnswers answers,
      ParticipantCookies cookies,
      RateLimits limits) {
    this.visitors = visitors;
    this.names = names;
    this.joins = joins;
    this.answers = answers;
    this.cookies = cookies;
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
      @Nullable UUID presenceId) {
    static final JoinRequest EMPTY = new JoinRequest(null, null, null, null);
  }

  @PostMapping("/api/v1/meetings/{code}/join")
  Admitted join(
      @PathVariable String code,
      @RequestBody(required = false) @Valid @Nullable JoinRequest body,
      CurrentPerson person,
      HttpServletRequest request,
      HttpServletResponse response) {
    ClientAddress address = ClientAddress.of(request);
    limits.count("join", LimitSettings::join, address);
    Visitor visitor = visitors.visit(code, person, address);
    JoinRequest wish = body == null ? JoinRequest.EMPTY : body;
    String name = names.of(visitor, wish.displayName());
    Admission admission = joins.join(new Joiner(visitor, name, wish.invite(), wish.presenceId()));
    Admitted admitted = answers.admitted(admission, request);
    ResponseCookie cookie = cookies.cookie(visitor.meeting(), admitted.participantToken(), request);
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return admitted;
  }
}
