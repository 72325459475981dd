package parley.app.login.factors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;

/**
 * Challenges that passkeys answer (WebAuthn §13.4.3): 256 random bits, for five minutes, for one
 * answer, from whom it was made for.
 */
@Repository
class PasskeyChallenges {
  static final Duration VALID_FOR = Duration.ofMinutes(5);
  private static final int BYTES = 32;

  // More than one comes in at a time, so that the table never holds much more than what is in time.
  private static final int SWEPT_AT_ONCE = 10;

  private final JdbcClient jdbc;
  private final RateLimits limits;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PasskeyChallenges(JdbcClient jdbc, RateLimits limits, Clock clock) {
    this.jdbc = jdbc;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Refuses with 429 when too many were made for this address.
   *
   * @param holder what for and for whom, such as {@code log-in}
   */
  byte[] fresh(String holder, ClientAddress address) {
    limits.count("passkey challenge", LimitSettings::passkeyChallenge, address);
    sweep();
    byte[] challenge = new byte[BYTES];
    random.nextBytes(challenge);
    jdbc.sql(
            """
            INSERT INTO passkey_challenges (challenge, holder, expires_at)
            VALUES (:challenge, :holder, :expires)
            """)
        .param("challenge", challenge)
        .param("holder", holder)
        .param("expires", OffsetDateTime.now(clock).plus(VALID_FOR))
        .update();
    return challenge;
  }

  private void sweep() {
    jdbc.sql(
            """
            DELETE FROM passkey_challenges WHERE challenge IN (
              SELECT challenge FROM passkey_challenges WHERE expires_at <= :now
              LIMIT :most FOR UPDATE SKIP LOCKED)
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("most", SWEPT_AT_ONCE)
        .update();
  }

  /** Takes it away: true for exactly one caller who is its holder, in time. */
  boolean take(byte[] challenge, String holder) {
    return jdbc.sql(
                """
                DELETE FROM passkey_challenges
                WHERE challenge = :challenge AND holder = :holder AND expires_at > :now
                """)
            .param("challenge", challenge)
            .param("holder", holder)
            .param("now", OffsetDateTime.now(clock))
            .update()
        == 1;
  }
}
