package parley.app.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import parley.app.login.factors.Passkeys;
import parley.app.login.factors.SecondFactors;
import parley.app.shared.Refusal;
import parley.app.users.Credentials;
import parley.app.users.User;
import parley.app.users.Users;

/**
 * Step-up: whether a session's user has proven lately to be that user, and in which ways they can
 * do so again.
 */
@Service
class Proofs {
  /** How long a proof holds (NIST SP 800-63B asks for it before sensitive changes). */
  static final Duration HOLDS_FOR = Duration.ofMinutes(10);

  private final ProofRepository repository;
  private final Users users;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Clock clock;

  Proofs(
      ProofRepository repository,
      Users users,
      SecondFactors factors,
      Passkeys passkeys,
      Clock clock) {
    this.repository = repository;
    this.users = users;
    this.factors = factors;
    this.passkeys = passkeys;
    this.clock = clock;
  }

  boolean isFresh(UUID sessionId) {
    return repository
        .provenAt(sessionId)
        .filter(proven -> clock.instant().isBefore(proven.plus(HOLDS_FOR)))
        .isPresent();
  }

  /** Notes the proof; answers until when it holds. */
  Instant proven(UUID sessionId) {
    repository.proven(sessionId);
    return clock.instant().plus(HOLDS_FOR);
  }

  ProofWays ways(UUID userId) {
    User user = users.find(userId).orElseThrow(Refusal::notLoggedIn);
    List<String> steps = factors.of(userId);
    List<String> second =
        steps.stream().filter(step -> !step.equals(SecondFactors.PASSKEY)).toList();
    // Where only a passkey is left as the second step, nothing else proves enough.
    boolean passkeyOnly = factors.isOn(userId) && second.isEmpty();
    return passkeyOnly
        ? new ProofWays(List.of(ProofWays.PASSKEY), List.of())
        : new ProofWays(firstWays(user), second);
  }

  private List<String> firstWays(User user) {
    List<String> ways = new ArrayList<>();
    if (hasPassword(user)) {
      ways.add(ProofWays.PASSWORD);
    }
    if (passkeys.has(user.id())) {
      ways.add(ProofWays.PASSKEY);
    }
    if (ways.isEmpty() && user.emailVerified()) {
      ways.add(ProofWays.MAIL_CODE);
    }
    return ways;
  }

  private boolean hasPassword(User user) {
    return users.credentials(user.email()).map(Credentials::passwordHash).isPresent();
  }
}
