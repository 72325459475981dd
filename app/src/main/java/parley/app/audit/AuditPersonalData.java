package parley.app.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.shared.PersonalData;
import parley.app.shared.PersonalRows;
import parley.app.shared.PersonalRows.Part;

/**
 * The lines of the trail that are about somebody. None of them ever changes: what they keep of a
 * person is sealed with that person's key, which {@code users} destroys.
 */
@Component
class AuditPersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(
          Part.of(
              "audit_logs",
              "t.actor_user_id = :user OR t.entity_type = 'user' AND t.entity_id = :user::text",
              "actor_ip_sealed",
              "note_sealed",
              "txid"));

  private final JdbcClient jdbc;
  private final PersonalRows rows;

  AuditPersonalData(JdbcClient jdbc, PersonalRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public List<Map<String, Object>> export(UUID userId) {
    return rows.read(userId, PARTS);
  }

  @Override
  public void erase(UUID userId) {
    // Done by destroying the key.
  }

  @Override
  public List<String> stays(UUID userId) {
    long lines =
        jdbc.sql("SELECT count(*) FROM audit_logs WHERE actor_user_id = :user")
            .param("user", userId)
            .query(Long.class)
            .single();
    return lines == 0
        ? List.of()
        : List.of(
            "Lines of the audit trail: "
                + lines
                + ". They tell what was done, under a number only; the addresses in them can no longer be read.");
  }
}
