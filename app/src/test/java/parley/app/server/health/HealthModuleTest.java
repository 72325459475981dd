package parley.app.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import parley.app.shared.ParleySettings;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** A server that cannot write says so, and why. */
@ParleyTest
class HealthModuleTest {
  private static final String READY = "/actuator/health/readiness";

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired DataSource pool;
  @Autowired TestClock clock;
  @Autowired ParleySettings settings;
  private JdbcClient owner = JdbcClient.create(new org.postgresql.ds.PGSimpleDataSource());

  @BeforeEach
  void well() {
    owner = JdbcClient.create(database.owner());
    aWhileLater();
    assertThat(ready().status()).isEqualTo(200);
    assertThat(owner.sql("SELECT count(*) FROM health_writes").query(Long.class).single()).isOne();
    aWhileLater();
  }

  @AfterEach
  void asBefore() {
    readOnly(false);
    owner.sql("GRANT INSERT, UPDATE ON health_writes TO parley_app").update();
    owner.sql("DROP TRIGGER IF EXISTS full_disk ON health_writes").update();
  }

  @Test
  void aDatabaseThatOnlyReads() {
    readOnly(true);
    down("The database is read-only.");
    readOnly(false);
    aWhileLater();
    assertThat(ready().status()).isEqualTo(200);
  }

  @Test
  void aRoleThatMayNotWrite() {
    owner.sql("REVOKE INSERT, UPDATE ON health_writes FROM parley_app").update();
    down("The role that Parley works as may not write.");
  }

  /** As PostgreSQL answers when a table cannot grow. */
  @Test
  void aDiskThatIsFull() {
    owner
        .sql(
            """
            CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$
            """)
        .update();
    owner
        .sql(
            "CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON health_writes EXECUTE FUNCTION full_disk()")
        .update();
    down("The disk of the database is full.");
  }

  @Test
  void isAskedOftenAndWritesSeldom() {
    ready();
    String first = written();
    ready();
    ready();
    assertThat(written()).isEqualTo(first);
    aWhileLater();
    ready();
    assertThat(written()).isNotEqualTo(first);
  }

  @Test
  void littleSpaceIsToldAndTooLittleIsDown() {
    Health enough = folder(DataSize.ofBytes(1), DataSize.ofBytes(2));
    assertThat(enough.getStatus()).isEqualTo(Status.UP);
    assertThat(enough.getDetails()).isEmpty();
    Health little = folder(DataSize.ofBytes(1), DataSize.ofTerabytes(1_000_000));
    assertThat(little.getStatus()).isEqualTo(Status.UP);
    assertThat(String.valueOf(little.getDetails().get("warning"))).contains("MB are free");
    Health tooLittle = folder(DataSize.ofTerabytes(1_000_000), DataSize.ofTerabytes(1_000_000));
    assertThat(tooLittle.getStatus()).isEqualTo(Status.DOWN);
    assertThat(String.valueOf(tooLittle.getDetails().get("cause")))
        .contains("MB are free")
        .contains(settings.dataDir().toString());
  }

  private Health folder(DataSize needed, DataSize warning) {
    return Objects.requireNonNull(
        new DataFolderHealthIndicator(settings, new HealthSettings(needed, warning)).health());
  }

  private void down(String cause) {
    Visitor.Answer answer = ready();
    assertThat(answer.status()).isEqualTo(503);
    JsonNode writes = answer.json().path("components").path("writes");
    assertThat(writes.path("status").asString()).isEqualTo("DOWN");
    assertThat(writes.path("details").path("cause").asString()).isEqualTo(cause);
    assertThat(new Visitor(port).get("/actuator/health").status()).isEqualTo(503);
    assertThat(new Visitor(port).get("/actuator/health/liveness").status()).isEqualTo(200);
  }

  private Visitor.Answer ready() {
    return new Visitor(port).get(READY);
  }

  private String written() {
    return owner.sql("SELECT written_at::text FROM health_writes").query(String.class).single();
  }

  private void aWhileLater() {
    clock.advance(WritesHealthIndicator.HOLDS_FOR);
  }

  // Connections that are open keep what held when they began.
  private void readOnly(boolean on) {
    String url = database.address().jdbcUrl();
    TestDatabase.asSuperuser(
        "ALTER ROLE parley_app IN DATABASE %s SET default_transaction_read_only = %s"
            .formatted(url.substring(url.lastIndexOf('/') + 1), on ? "on" : "off"));
    ((HikariDataSource) pool).getHikariPoolMXBean().softEvictConnections();
  }
}
