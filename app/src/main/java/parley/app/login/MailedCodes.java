package parley.app.login;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.Hmac;
import parley.app.shared.SecretKeys;

/**
 * Six digits that are mailed to somebody who has neither password nor passkey, to confirm that it
 * is them. One code at a time for a session; it works once, for ten minutes, and dies of five wrong
 * tries.
 */
@Repository
class MailedCodes {
  static final Duration VALID_FOR = Duration.ofMinutes(10);
  private static final int MOST_TRIES = 5;
  private static final int ALL_CODES = 1_000_000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Hmac hmac;
  private final SecureRandom random = new SecureRandom();

  MailedCodes(JdbcClient jdbc, SecretKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.hmac = new Hmac(keys.bytes("mailed codes"));
  }

  /** A new code, after which the one before is dead. */
  String fresh(UUID sessionId) {
    String code = String.format(Locale.ROOT, "%06d", random.nextInt(ALL_CODES));
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            INSERT INTO proof_codes (session_id, code_hash, created_at, expires_at)
            VALUES (:session, :hash, :now, :expires)
            ON CONFLICT (session_id) DO UPDATE
            SET code_hash = excluded.code_hash, tries = 0, created_at = excluded.created_at, expires_at = excluded.expires_at
            """)
        .param("session", sessionId)
        .param("hash", hash(sessionId, code))
        .param("now", now)
        .param("expires", now.plus(VALID_FOR))
        .update();
    return code;
  }

  /** True for exactly one caller with the right code; every call counts as a try. */
  boolean use(UUID sessionId, String code) {
    byte[] asked = hash(sessionId, code);
    return jdbc.sql(
            """
            UPDATE proof_codes SET tries = tries + 1
            WHERE session_id = :session AND tries < :most AND expires_at > :now
            RETURNING code_hash
            """)
        .param("session", sessionId)
        .param("most", MOST_TRIES)
        .param("now", OffsetDateTime.now(clock))
        .query(byte[].class)
        .optional()
        .filter(kept -> MessageDigest.isEqual(kept, asked))
        .filter(kept -> delete(sessionId, kept))
        .isPresent();
  }

  private boolean delete(UUID sessionId, byte[] hash) {
    return jdbc.sql("DELETE FROM proof_codes WHERE session_id = :session AND code_hash = :hash")
            .param("session", sessionId)
            .param("hash", hash)
            .update()
        == 1;
  }

  private byte[] hash(UUID sessionId, String code) {
    return hmac.sign(sessionId + " " + code);
  }
}
