package parley.app.login.factors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.Hmac;
import parley.app.shared.SecretKeys;

/**
 * Ten codes for the day when app and passkey are lost; each works once. They have 49 random bits
 * and are kept as HMAC-SHA-256 under a key that is not in the database.
 */
@Repository
public class RecoveryCodes {
  /** How many somebody is given. */
  public static final int COUNT = 10;

  // Letters and digits that nobody takes for one another.
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 10;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Hmac hmac;
  private final SecureRandom random = new SecureRandom();

  RecoveryCodes(JdbcClient jdbc, SecretKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.hmac = new Hmac(keys.bytes("recovery codes"));
  }

  /** New ones in place of all before; they are never shown again. Within a transaction. */
  List<String> replace(UUID userId) {
    delete(userId);
    List<String> codes = Stream.generate(this::fresh).distinct().limit(COUNT).toList();
    OffsetDateTime now = OffsetDateTime.now(clock);
    for (String code : codes) {
      jdbc.sql(
              """
              INSERT INTO recovery_codes (user_id, code_hash, created_at) VALUES (:userId, :hash, :now)
              """)
          .param("userId", userId)
          .param("hash", hash(userId, code))
          .param("now", now)
          .update();
    }
    return codes;
  }

  /** True for exactly one caller with a code that was not used. */
  boolean use(UUID userId, String code) {
    return jdbc.sql(
                """
                UPDATE recovery_codes SET used_at = :now
                WHERE user_id = :userId AND code_hash = :hash AND used_at IS NULL
                """)
            .param("userId", userId)
            .param("hash", hash(userId, code))
            .param("now", OffsetDateTime.now(clock))
            .update()
        == 1;
  }

  /** How many still work. */
  public int left(UUID userId) {
    return jdbc.sql(
            "SELECT count(*) FROM recovery_codes WHERE user_id = :userId AND used_at IS NULL")
        .param("userId", userId)
        .query(Integer.class)
        .single();
  }

  /** Whether there were any, used or not. */
  boolean delete(UUID userId) {
    return jdbc.sql("DELETE FROM recovery_codes WHERE user_id = :userId")
            .param("userId", userId)
            .update()
        > 0;
  }

  private String fresh() {
    String letters =
        random
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(LETTERS::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());
    return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
  }

  // However it is typed: in capitals, without the dash, with spaces.
  private byte[] hash(UUID userId, String code) {
    String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return hmac.sign(userId + " " + plain);
  }
}
