package parley.app.login;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import parley.app.login.LoginThrottle.Try;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.users.User;
import parley.app.users.Users;

/** Lets somebody who is logged in confirm that it is still them. Every try leaves an audit line. */
@Service
class Proving {
  private final Proofs proofs;
  private final ProofChecks checks;
  private final LoginThrottle throttle;
  private final Users users;
  private final ApplicationEventPublisher events;

  Proving(
      Proofs proofs,
      ProofChecks checks,
      LoginThrottle throttle,
      Users users,
      ApplicationEventPublisher events) {
    this.proofs = proofs;
    this.checks = checks;
    this.throttle = throttle;
    this.users = users;
    this.events = events;
  }

  /**
   * Answers until when the proof holds. Refuses with 403 {@code step_up_needed} for a way that this
   * user does not have, {@code wrong_password}, {@code wrong_code}, {@code passkey_refused} or 429.
   */
  Instant prove(SignedInUser signedIn, ShownProof shown, Browser browser) {
    User user = users.find(signedIn.userId()).orElseThrow(Refusal::notLoggedIn);
    ProofWays ways = proofs.ways(user.id());
    if (!ways.ways().contains(shown.way())) {
      throw ways.needed();
    }
    Try attempt = throttle.count(user.email(), Optional.of(user.id()), browser);
    try {
      checks.check(user, signedIn.sessionId(), shown, !ways.second().isEmpty(), browser);
    } catch (Refusal refusal) {
      tell(user.id(), signedIn.sessionId(), shown, false);
      throw refusal;
    }
    throttle.forgive(attempt);
    tell(user.id(), signedIn.sessionId(), shown, true);
    return proofs.proven(signedIn.sessionId());
  }

  private void tell(UUID userId, UUID sessionId, ShownProof shown, boolean right) {
    events.publishEvent(new Proven(userId, sessionId, shown.way(), right));
  }
}
