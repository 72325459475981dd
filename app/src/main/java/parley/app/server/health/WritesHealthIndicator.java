package parley.app.server.health;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the database takes what is written: by writing, at most every few seconds however often
 * it is asked. A database that only reads lets everybody look and nobody join.
 */
@Component
class WritesHealthIndicator implements HealthIndicator {
  static final Duration HOLDS_FOR = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(WritesHealthIndicator.class);
  private static final int LONGEST_SECONDS = 3;
  private static final int FILLER = 7_000;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private @Nullable Health last;
  private Instant lastAt = Instant.EPOCH;

  WritesHealthIndicator(DataSource dataSource, Clock clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setQueryTimeout(LONGEST_SECONDS);
    this.clock = clock;
  }

  @Override
  public synchronized Health health() {
    Instant now = clock.instant();
    Health known = last;
    // Also of a clock that was set back.
    boolean isFresh = Duration.between(lastAt, now).abs().compareTo(HOLDS_FOR) < 0;
    if (known != null && isFresh) {
      return known;
    }
    Health found = look();
    tell(known, found);
    last = found;
    lastAt = now;
    return found;
  }

  private Health look() {
    try {
      jdbc.update(
          """
          INSERT INTO health_writes (id, written_at, filler) VALUES (1, clock_timestamp(), repeat('x', ?))
          ON CONFLICT (id) DO UPDATE SET written_at = excluded.written_at, filler = excluded.filler
          """,
          FILLER);
      return Health.up().build();
    } catch (DataAccessException e) {
      return Health.down().withDetail("cause", cause(e)).build();
    }
  }

  private static void tell(@Nullable Health before, Health now) {
    boolean wasUp = before == null || before.getStatus().equals(Status.UP);
    boolean isUp = now.getStatus().equals(Status.UP);
    if (wasUp && !isUp) {
      LOG.error("Nothing can be written: {}", now.getDetails().get("cause"));
    } else if (!wasUp && isUp) {
      LOG.warn("The database takes what is written again");
    }
  }

  // By SQLSTATE (PostgreSQL manual, appendix A).
  private static String cause(DataAccessException error) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(error);
    String state = root instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
    return switch (state) {
      case "53100" -> "The disk of the database is full.";
      case "25006" -> "The database is read-only.";
      case "42501" -> "The role that Parley works as may not write.";
      case "57014", "55P03" ->
          "The database took longer than " + LONGEST_SECONDS + " seconds for one row.";
      default ->
          state.startsWith("08") || state.startsWith("57") || root instanceof IOException
              ? "The database does not answer."
              : "The database refuses to write (" + (state.isEmpty() ? "no answer" : state) + ").";
    };
  }
}
