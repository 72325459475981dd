package parley.app.login.factors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Challenges that passkeys answer (WebAuthn §13.4.3): 256 random bits, for five minutes, for one
 * answer, from whom it was made for.
 */
@Repository
class PasskeyChallenges {
  static final Duration VALID_FOR = Duration.ofMinutes(5);
  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PasskeyChallenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param holder what for and for whom, such as {@code log-in}
   */
  byte[] fresh(String holder) {
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
