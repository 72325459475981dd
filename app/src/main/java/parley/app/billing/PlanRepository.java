package parley.app.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code plans}, and which of them holds for whom. */
@Repository
class PlanRepository {
  private final JdbcClient jdbc;

  PlanRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The best plan this user has paid for, else the one of that slug. One that is past due holds
   * until the tries to collect are used up; a cancelled one until the end of its period.
   */
  Plan holding(UUID userId, Instant now, String elseSlug) {
    return jdbc.sql(
            """
            SELECT p.id, p.slug, p.name, p.max_participants, p.max_storage_bytes
            FROM plans p LEFT JOIN subscriptions s ON s.plan_id = p.id
              AND s.user_id = :userId
              AND (s.started_at IS NULL OR s.started_at <= :now)
              AND (s.status = 'past_due'
                OR s.status = 'active' AND (s.expires_at IS NULL OR s.expires_at > :now)
                OR s.status = 'cancelled' AND s.expires_at > :now)
            WHERE s.id IS NOT NULL OR p.slug = :slug
            ORDER BY s.id IS NULL, p.max_participants DESC, p.price_cents DESC, s.created_at DESC
            LIMIT 1
            """)
        .param("userId", userId)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("slug", elseSlug)
        .query(PlanRepository::plan)
        .single();
  }

  private static Plan plan(ResultSet row, int number) throws SQLException {
    return new Plan(
        row.getInt("id"),
        row.getString("slug"),
        row.getString("name"),
        row.getInt("max_participants"),
        row.getLong("max_storage_bytes"));
  }
}
