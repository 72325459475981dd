package parley.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code audit_logs}, newest first; ids are the cursor. */
@Repository
class EntryRepository {
  private static final String COLUMNS =
      "id, actor_user_id, actor_ip::text AS network, entity_type, entity_id, action, before, after, created_at";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EntryRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What an entry keeps under a person's key. */
  record Sealed(AuditEntry entry, byte @Nullable [] address, byte @Nullable [] note) {}

  /**
   * @param before only entries below this id
   */
  List<AuditEntry> find(EntryQuery query, long before, int limit) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> conditions = new ArrayList<>(List.of("id < :before"));
    where("actor_user_id = :actor", "actor", query.actor(), conditions, parameters);
    where("entity_type = :type", "type", query.entityType(), conditions, parameters);
    where("entity_id = :entity", "entity", query.entityId(), conditions, parameters);
    where("action = :action", "action", query.action(), conditions, parameters);
    where("created_at >= :from", "from", at(query.from()), conditions, parameters);
    where("created_at < :to", "to", at(query.to()), conditions, parameters);
    parameters.put("before", before);
    parameters.put("limit", limit);
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM audit_logs WHERE "
                + String.join(" AND ", conditions)
                + " ORDER BY id DESC LIMIT :limit")
        .params(parameters)
        .query(this::entry)
        .list();
  }

  Optional<Sealed> sealed(long id) {
    return jdbc.sql(
            "SELECT " + COLUMNS + ", actor_ip_sealed, note_sealed FROM audit_logs WHERE id = :id")
        .param("id", id)
        .query(this::withSeals)
        .optional();
  }

  /** What changed of a user's rights and standing, newest first. */
  List<Sealed> historyOf(UUID userId, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                , actor_ip_sealed, note_sealed FROM audit_logs
                WHERE entity_type = 'user' AND entity_id = :id
                  AND action NOT IN ('viewed', 'logged_in', 'logged_out', 'login_failed', 'proven', 'used')
                ORDER BY id DESC LIMIT :limit
                """)
        .param("id", userId.toString())
        .param("limit", limit)
        .query(this::withSeals)
        .list();
  }

  private static void where(
      String condition,
      String name,
      @Nullable Object value,
      List<String> conditions,
      Map<String, Object> parameters) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(name, value);
    }
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private Sealed withSeals(ResultSet row, int number) throws SQLException {
    return new Sealed(
        entry(row, number), row.getBytes("actor_ip_sealed"), row.getBytes("note_sealed"));
  }

  private AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getObject("actor_user_id", UUID.class),
        row.getString("network"),
        row.getString("entity_type"),
        row.getString("entity_id"),
        row.getString("action"),
        json(row.getString("before")),
        json(row.getString("after")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : json.readTree(text);
  }
}
