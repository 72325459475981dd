package parley.app.billing;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.files.StorageQuota;

/**
 * Counts in {@code storage_usage} what everybody stores, against what the plan allows. The row
 * decides, not the process.
 */
@Component
class PlanStorageQuota implements StorageQuota {
  private final JdbcClient jdbc;
  private final Entitlements entitlements;

  PlanStorageQuota(JdbcClient jdbc, Entitlements entitlements) {
    this.jdbc = jdbc;
    this.entitlements = entitlements;
  }

  @Override
  public long available(UUID userId) {
    long used =
        jdbc.sql("SELECT used_bytes FROM storage_usage WHERE user_id = :userId")
            .param("userId", userId)
            .query(Long.class)
            .optional()
            .orElse(0L);
    return Math.max(0, entitlements.of(userId).maxStorageBytes() - used);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean reserve(UUID userId, long bytes) {
    long allowed = entitlements.of(userId).maxStorageBytes();
    return bytes <= allowed
        && jdbc.sql(
                    """
                    INSERT INTO storage_usage AS usage (user_id, used_bytes) VALUES (:userId, :bytes)
                    ON CONFLICT (user_id) DO UPDATE SET used_bytes = usage.used_bytes + excluded.used_bytes
                    WHERE usage.used_bytes + excluded.used_bytes <= :allowed
                    """)
                .param("userId", userId)
                .param("bytes", bytes)
                .param("allowed", allowed)
                .update()
            == 1;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(UUID userId, long bytes) {
    jdbc.sql(
            """
            UPDATE storage_usage SET used_bytes = greatest(0, used_bytes - :bytes) WHERE user_id = :userId
            """)
        .param("userId", userId)
        .param("bytes", bytes)
        .update();
  }
}
