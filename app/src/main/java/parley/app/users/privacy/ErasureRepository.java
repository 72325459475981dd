package parley.app.users.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code erasures}, under way, and {@code erasure_receipts}, done. */
@Repository
class ErasureRepository {
  private static final TypeReference<Inventory> INVENTORY = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ErasureRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * What there was before the first row went.
   *
   * @param counts rows by room
   * @param stays what the law makes stay
   */
  record Inventory(Map<String, Long> counts, List<String> stays) {
    Inventory {
      counts = new TreeMap<>(counts);
      stays = List.copyOf(stays);
    }
  }

  Optional<Inventory> find(UUID userId) {
    return jdbc.sql("SELECT counts::text FROM erasures WHERE user_id = :userId")
        .param("userId", userId)
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, INVENTORY));
  }

  void begin(UUID userId, Inventory inventory, Instant now) {
    jdbc.sql(
            """
            INSERT INTO erasures (user_id, started_at, counts) VALUES (:userId, :now, :counts::jsonb)
            ON CONFLICT (user_id) DO NOTHING
            """)
        .param("userId", userId)
        .param("now", at(now))
        .param("counts", json.writeValueAsString(inventory))
        .update();
  }

  void finish(UUID userId, UUID receiptId, Inventory inventory, Instant deletedAt, Instant now) {
    jdbc.sql("DELETE FROM erasures WHERE user_id = :userId").param("userId", userId).update();
    jdbc.sql(
            """
            INSERT INTO erasure_receipts (id, deleted_at, erased_at, counts, stays)
            VALUES (:id, :deletedAt, :now, :counts::jsonb, :stays::jsonb)
            """)
        .param("id", receiptId)
        .param("deletedAt", at(deletedAt))
        .param("now", at(now))
        .param("counts", json.writeValueAsString(inventory.counts()))
        .param("stays", json.writeValueAsString(inventory.stays()))
        .update();
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
