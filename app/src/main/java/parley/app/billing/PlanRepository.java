package parley.app.billing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
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
   * The best plan this user has paid for. One that is past due holds until the tries to collect are
   * used up; a cancelled one until the end of its period.
   */
  Optional<Plan> subscribed(UUID userId, Instant now) {
    return jdbc.sql(
            """
            SELECT p.id, p.slug, p.name, p.max_participants, p.max_storage_bytes
            FROM subscriptions s JOIN plans p ON p.id = s.plan_id
            WHERE s.user_id = :userId
              AND (s.started_at IS NULL OR s.started_at <= :now)
              AND (s.status = 'past_due'
                OR s.status = 'active' AND (s.expires_at IS NULL OR s.expires_at > :now)
                OR s.status = 'cancelled' AND s.expires_at > :now)
            ORDER BY p.max_participants DESC, p.price_cents DESC, s.created_at DESC
            LIMIT 1
            """)
        .param("userId", userId)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Plan.class)
        .optional();
  }

  Plan bySlug(String slug) {
    return jdbc.sql(
            """
            SELECT id, slug, name, max_participants, max_storage_bytes FROM plans WHERE slug = :slug
            """)
        .param("slug", slug)
        .query(Plan.class)
        .single();
  }
}
