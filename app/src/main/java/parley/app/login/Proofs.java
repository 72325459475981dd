package parley.app.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
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
  private final Clock clock;

  Proofs(ProofRepository repository, Users users, Clock clock) {
    this.repository = repository;
    this.users = users;
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
    if (hasPassword(user)) {
      return new ProofWays(List.of(ProofWays.PASSWORD), List.of());
    }
    return new ProofWays(
        user.emailVerified() ? List.of(ProofWays.MAIL_CODE) : List.of(), List.of());
  }

  private boolean hasPassword(User user) {
    return users.credentials(user.email()).map(Credentials::passwordHash).isPresent();
  }
}
