package parley.app.login.social;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.login.SecretToken;

/** The rows of {@code social_logins}: log-ins that have left and not come back yet. */
@Repository
class AttemptRepository {
  private final JdbcClient jdbc;

  AttemptRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param linkTo who wants to link the account there; null for a log-in
   */
  record Kept(String provider, Attempt attempt, @Nullable UUID linkTo) {}

  void insert(Kept kept, SecretToken browser, Instant now, Instant expiresAt) {
    jdbc.sql(
            """
            INSERT INTO social_logins
              (state_hash, browser_hash, provider, nonce, code_verifier, user_id, created_at, expires_at)
            VALUES (:state, :browser, :provider, :nonce, :verifier, :userId, :now, :expiresAt)
            """)
        .param("state", kept.attempt().state().hash())
        .param("browser", browser.hash())
        .param("provider", kept.provider())
        .param("nonce", kept.attempt().nonce().getValue())
        .param("verifier", kept.attempt().verifier().getValue())
        .param("userId", kept.linkTo())
        .param("now", at(now))
        .param("expiresAt", at(expiresAt))
        .update();
  }

  /** For exactly one caller, and only for the browser that began it. */
  Optional<Kept> take(SecretToken state, SecretToken browser, Instant now) {
    return jdbc.sql(
            """
            DELETE FROM social_logins WHERE state_hash = :state
            RETURNING browser_hash, provider, nonce, code_verifier, user_id, expires_at
            """)
        .param("state", state.hash())
        .query((row, number) -> {
          boolean good =
              MessageDigest.isEqual(row.getBytes("browser_hash"), browser.hash())
                  && row.getObject("expires_at", OffsetDateTime.class).toInstant().isAfter(now);
          var attempt =
              new Attempt(
                  state,
                  new Nonce(row.getString("nonce")),
                  new CodeVerifier(row.getString("code_verifier")));
          var kept =
              new Kept(row.getString("provider"), attempt, row.getObject("user_id", UUID.class));
          return good ? Optional.of(kept) : Optional.<Kept>empty();
        })
        .optional()
        .flatMap(found -> found);
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
