package parley.app.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.TestDatabase;

/** What the role that Parley works as may do, and what it may not. */
class RolesTest {
  private static final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient app = database.sql();

  @Test
  void ownsNothing() {
    Integer owned =
        JdbcClient.create(database.owner())
            .sql(
                """
                SELECT (SELECT count(*) FROM pg_class WHERE relowner = 'parley_app'::regrole)
                     + (SELECT count(*) FROM pg_namespace WHERE nspowner = 'parley_app'::regrole)
                     + (SELECT count(*) FROM pg_proc WHERE proowner = 'parley_app'::regrole)
                     + (SELECT count(*) FROM pg_database WHERE datdba = 'parley_app'::regrole)
                     + (SELECT count(*) FROM pg_roles WHERE rolname = 'parley_app'
                        AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls))\
                """)
            .query(Integer.class)
            .single();
    assertThat(owned).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE mine (id integer)",
        "ALTER TABLE users ADD COLUMN mine integer",
        "DROP TABLE plans",
        "TRUNCATE users",
        "CREATE SCHEMA mine",
        "UPDATE audit_logs SET action = 'updated'",
        "DELETE FROM audit_logs",
        "TRUNCATE audit_logs",
        "INSERT INTO audit_logs (entity_type, entity_id, action, created_at) VALUES ('user', '1', 'created', '2001-01-01')",
        "INSERT INTO audit_logs (entity_type, entity_id, action, created_at) VALUES ('user', '1', 'created', now())",
        "UPDATE installation SET installation_id = 'mine'",
        "SELECT 1 FROM installation",
        "UPDATE flyway_schema_history SET success = false",
        "SET ROLE parley_owner"
      })
  void mayNot(String statement) {
    assertThatThrownBy(() -> app.sql(statement).update())
        .rootCause()
        .message()
        .containsAnyOf("permission denied", "must be owner", "must be able to SET ROLE");
  }

  @Test
  void writesAndReadsTheAuditTrail() {
    app.sql(
            "INSERT INTO audit_logs (entity_type, entity_id, action, actor_ip) VALUES ('user', '1', 'created', '192.0.2.0/24')")
        .update();
    assertThat(app.sql("SELECT count(*) FROM audit_logs").query(Integer.class).single())
        .isPositive();
  }

  @Test
  void theTimeOfAnAuditLineIsThatOfTheDatabase() {
    Boolean now =
        app.sql(
                """
                WITH line AS (INSERT INTO audit_logs (entity_type, entity_id, action)
                  VALUES ('user', '2', 'created') RETURNING created_at)
                SELECT created_at = now() FROM line
                """)
            .query(Boolean.class)
            .single();
    assertThat(now).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.0.2.7", "192.0.2.7/24", "2001:db8:1:2::/64", "2001:db8::1", "192.0.2.128/25"})
  void theAuditTrailRefusesAFullAddress(String address) {
    assertThatThrownBy(() ->
            app.sql(
                    "INSERT INTO audit_logs (entity_type, entity_id, action, actor_ip) VALUES ('user', '1', 'created', ?::inet)")
                .param(address)
                .update())
        .hasMessageContaining("audit_logs_actor_ip_check");
  }
}
