package parley.app.login;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.login.factors.FactorOverview;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.users.Credentials;
import parley.app.users.User;
import parley.app.users.Users;

/** What the security page shows: how somebody logs in, and what happened lately. */
@RestController
@RequestMapping("/api/v1/users/me/security")
class SecurityController {
  private static final int EVENTS = 8;

  private final Users users;
  private final FactorOverview factors;
  private final SecurityEvents events;

  SecurityController(Users users, FactorOverview factors, SecurityEvents events) {
    this.users = users;
    this.factors = factors;
    this.events = events;
  }

  /**
   * @param password whether there is one
   */
  record Security(
      boolean password,
      boolean emailVerified,
      FactorOverview.Overview factors,
      List<SecurityEvents.Event> events) {}

  @GetMapping
  Security security(SignedInUser signedIn) {
    User user = users.find(signedIn.userId()).orElseThrow(Refusal::notLoggedIn);
    return new Security(
        users.credentials(user.email()).map(Credentials::passwordHash).isPresent(),
        user.emailVerified(),
        factors.of(user.id()),
        events.of(user.id(), EVENTS));
  }
}
