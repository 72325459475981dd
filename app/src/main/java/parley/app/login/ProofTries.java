package parley.app.login;

import org.springframework.stereotype.Component;
import parley.app.login.LoginThrottle.Try;
import parley.app.users.User;

/** Counts wrong proofs together with wrong log-ins: who guesses at both gets no more tries. */
@Component
class ProofTries {
  private final LoginThrottle throttle;
  private final Entry entry;

  ProofTries(LoginThrottle throttle, Entry entry) {
    this.throttle = throttle;
    this.entry = entry;
  }

  /** Counts a try; refuses with 429 when there were too many. */
  Try count(User user, Browser browser) {
    var attempt =
        new Try(
            browser.address().limitKey(),
            user.email().value(),
            entry.knownDevice(user.id(), browser));
    throttle.count(attempt);
    return attempt;
  }

  /** Takes a try back that was right. */
  void forgive(Try attempt) {
    throttle.forgive(attempt);
  }
}
