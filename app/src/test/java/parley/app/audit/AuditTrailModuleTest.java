package parley.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.shared.Auditable;
import parley.app.shared.ClientAddress;
import parley.app.shared.PersonKeys;
import parley.app.testing.ParleyTest;
import parley.app.testing.Visitor;

@ParleyTest
class AuditTrailModuleTest {
  @LocalServerPort int port;
  @Autowired ApplicationEventPublisher events;
  @Autowired PersonSeal seal;
  @Autowired PersonKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  record Renamed(@Nullable UUID actorUserId, String entityId) implements Auditable {
    @Override
    public String entityType() {
      return "user";
    }

    @Override
    public String action() {
      return "updated";
    }

    @Override
    public Map<String, Object> before() {
      return Map.of("status", "active");
    }

    @Override
    public Map<String, Object> after() {
      return Map.of("status", "suspended");
    }
  }

  record Noted(UUID actorUserId, String entityId) implements Auditable {
    @Override
    public String entityType() {
      return "user";
    }

    @Override
    public String action() {
      return "suspended";
    }

    @Override
    public String note() {
      return "a reason";
    }
  }

  @Test
  void anEventBecomesARowWithoutPersonalData() {
    UUID actor = UUID.randomUUID();
    events.publishEvent(new Renamed(actor, "one"));
    Map<String, Object> row = row("one");
    assertThat(row.get("actor_user_id")).isEqualTo(actor);
    assertThat(row.get("before")).hasToString("{\"status\": \"active\"}");
    assertThat(row.get("after")).hasToString("{\"status\": \"suspended\"}");
    assertThat(row.toString().toLowerCase()).doesNotContain("canary");
    assertThat(row.get("actor_ip")).isNull();
  }

  @Test
  void whatIsRolledBackLeavesNoRow() {
    transaction.executeWithoutResult(status -> {
      events.publishEvent(new Renamed(null, "two"));
      status.setRollbackOnly();
    });
    assertThat(count("two")).isZero();
  }

  @Test
  void whatCannotBeWrittenDownDoesNotHappen() {
    String tooMuch = "three\u0000";
    assertThatThrownBy(() ->
            transaction.executeWithoutResult(status -> {
              events.publishEvent(new Renamed(null, "four"));
              events.publishEvent(new Renamed(null, tooMuch));
            }))
        .isInstanceOf(RuntimeException.class);
    assertThat(count("four")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_logs SET action = 'deleted'",
        "DELETE FROM audit_logs",
        "TRUNCATE audit_logs",
        "ALTER TABLE audit_logs DISABLE TRIGGER ALL",
        "DROP TABLE audit_logs",
        "ALTER TABLE audit_logs DROP COLUMN before",
        "INSERT INTO audit_logs (id, entity_type, action) VALUES (1, 'user', 'viewed')",
        "INSERT INTO audit_logs (txid, entity_type, action) VALUES (1, 'user', 'viewed')",
        "UPDATE audit_seals SET sealed_at = now()",
        "DELETE FROM audit_seals",
        "TRUNCATE audit_seals"
      })
  void theApplicationCannotBendTheTrail(String attempt) {
    events.publishEvent(new Renamed(null, "five"));
    assertThatThrownBy(() -> jdbc.sql(attempt).update())
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    assertThat(count("five")).isPositive();
  }

  @Test
  void whatHappensToSomebodyErasedIsWrittenDownAllTheSame() {
    UUID erased = UUID.randomUUID();
    keys.destroy(erased);
    transaction.executeWithoutResult(
        status -> events.publishEvent(new Noted(UUID.randomUUID(), erased.toString())));
    assertThat(count(erased.toString())).isEqualTo(1);
    assertThat(row(erased.toString()).get("note_sealed")).isNull();
  }

  @Test
  void theActorsAddressIsCutAndTheFullOneSealed() {
    Visitor visitor = new Visitor(port).signUp("address@example.org");
    UUID userId = UUID.fromString(visitor.get("/api/v1/users/me").json().path("id").asString());
    Map<String, Object> row =
        jdbc.sql(
                """
                SELECT actor_ip::text AS network, actor_ip_sealed FROM audit_logs
                WHERE entity_id = :id AND action = 'signed_up'
                """)
            .param("id", userId.toString())
            .query()
            .singleRow();
    assertThat(row.get("network")).isIn("127.0.0.0/24", "::/48");
    byte[] sealed = (byte[]) Objects.requireNonNull(row.get("actor_ip_sealed"));
    assertThat(seal.openAddress(Optional.of(UUID.randomUUID()), sealed)).isEmpty();
    assertThat(seal.openAddress(Optional.of(userId), sealed).orElseThrow())
        .isIn(ClientAddress.of("127.0.0.1").text(), ClientAddress.of("::1").text());
  }

  @Test
  void comingAndGoingAndFailingAreAllThere() {
    Visitor visitor = new Visitor(port).signUp("trail@example.org");
    String userId = visitor.get("/api/v1/users/me").json().path("id").asString();
    visitor.patch("/api/v1/users/me", Map.of("displayName", "Canary Name"));
    visitor.delete("/api/v1/sessions/current");
    Map<String, String> wrong = Map.of("email", "trail@example.org", "password", "canary guess");
    new Visitor(port).post("/api/v1/sessions", wrong);
    assertThat(actions(userId))
        .containsExactly("signed_up", "logged_in", "updated", "logged_out", "login_failed");
    assertThat(
            jdbc.sql("SELECT string_agg(a::text, ' ') FROM audit_logs a")
                .query(String.class)
                .single()
                .toLowerCase())
        .doesNotContain("canary", "trail@example.org");
  }

  private List<String> actions(String entityId) {
    return jdbc.sql("SELECT action FROM audit_logs WHERE entity_id = :id ORDER BY id")
        .param("id", entityId)
        .query(String.class)
        .list();
  }

  private Map<String, Object> row(String entityId) {
    return jdbc.sql("SELECT * FROM audit_logs WHERE entity_id = :id")
        .param("id", entityId)
        .query()
        .singleRow();
  }

  private long count(String entityId) {
    return jdbc.sql("SELECT count(*) FROM audit_logs WHERE entity_id = :id")
        .param("id", entityId)
        .query(Long.class)
        .single();
  }
}
