package parley.app.login.invitations;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.LinkToken;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;

/** What the sign-up page asks about the invitation it was opened with. */
@RestController
class OpenInvitationController {
  private final Invitations invitations;
  private final RateLimits limits;

  OpenInvitationController(Invitations invitations, RateLimits limits) {
    this.invitations = invitations;
    this.limits = limits;
  }

  record Invited(String email) {}

  @GetMapping("/api/v1/invitation")
  Invited look(
      @RequestHeader(name = LinkToken.HEADER, defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request) {
    ClientAddress address = ClientAddress.of(request);
    limits.check("mailed link", LimitSettings::wrongToken, address);
    try {
      return new Invited(invitations.emailOf(LinkToken.of(shown, token)).value());
    } catch (Refusal over) {
      limits.count("mailed link", LimitSettings::wrongToken, address);
      throw over;
    }
  }
}
