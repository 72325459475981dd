package parley.app.notifications.push;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code push_keys}. */
@Repository
class PushKeyRepository {
  private final JdbcClient jdbc;

  PushKeyRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(byte[] publicKey, byte[] sealedPrivateKey) {}

  Optional<Row> find() {
    return jdbc.sql("SELECT public_key, sealed_private_key FROM push_keys WHERE id = 1")
        .query((row, number) ->
            new Row(row.getBytes("public_key"), row.getBytes("sealed_private_key")))
        .optional();
  }

  /** Nothing happens if there is a pair. */
  void insert(Row row, Instant now) {
    jdbc.sql(
            """
            INSERT INTO push_keys (id, public_key, sealed_private_key, created_at)
            VALUES (1, :public, :sealed, :now) ON CONFLICT (id) DO NOTHING
            """)
        .param("public", row.publicKey())
        .param("sealed", row.sealedPrivateKey())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
