package parley.app.audit;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.SecretKeys;

/** The trail as a chain of seals, for whoever wants to know whether it is as it was written. */
public final class AuditChain {
  private AuditChain() {}

  /**
   * Reads everything; needs no running Parley.
   *
   * @param dataFolder where this node keeps the mark of its last seal
   */
  public static ChainReport check(DataSource database, SecretKeys keys, Path dataFolder) {
    return new ChainCheck(
            new SealRepository(JdbcClient.create(database)),
            new SealKey(keys),
            new ChainHead(dataFolder))
        .run();
  }
}
