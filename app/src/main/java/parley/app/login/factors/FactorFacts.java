package parley.app.login.factors;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.shared.UserFacts;

/**
 * Which second factors a user has, for staff: how many, and nothing that would help to pass them.
 */
@Component
class FactorFacts implements UserFacts {
  private final JdbcClient jdbc;

  FactorFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param totp whether an authenticator app is set up
   * @param recoveryCodes how many are left
   */
  record Count(boolean totp, long recoveryCodes, long passkeys) {}

  @Override
  public String name() {
    return "factors";
  }

  @Override
  public Count of(UUID userId, boolean withAddresses) {
    return jdbc.sql(
            """
            SELECT
              EXISTS (SELECT 1 FROM authenticator_apps WHERE user_id = :id AND confirmed_at IS NOT NULL) AS totp,
              (SELECT count(*) FROM recovery_codes WHERE user_id = :id AND used_at IS NULL) AS codes,
              (SELECT count(*) FROM passkeys WHERE user_id = :id) AS passkeys
            """)
        .param("id", userId)
        .query((row, number) ->
            new Count(row.getBoolean("totp"), row.getLong("codes"), row.getLong("passkeys")))
        .single();
  }
}
