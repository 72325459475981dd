package parley.app.login;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one link that makes the first administrator; a new one replaces it. */
@Repository
class SetupLinks {
  private final JdbcClient jdbc;
  private final Clock clock;

  SetupLinks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void replace(SecretToken token) {
    jdbc.sql(
            """
            INSERT INTO setup_links (id, token_hash, created_at) VALUES (1, :hash, :now)
            ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at
            """)
        .param("hash", token.hash())
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  boolean isValid(SecretToken token) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM setup_links WHERE token_hash = :hash)")
        .param("hash", token.hash())
        .query(Boolean.class)
        .single();
  }

  /** True for exactly one caller. */
  boolean use(SecretToken token) {
    return jdbc.sql("DELETE FROM setup_links WHERE token_hash = :hash")
            .param("hash", token.hash())
            .update()
        == 1;
  }
}
