package parley.app.users;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of {@code entry_rules}, which is there once somebody has set them in the console. */
@Repository
class EntryRulesRepository {
  /** The version as long as nothing was set here. */
  static final long NONE = 0;

  private final JdbcClient jdbc;

  EntryRulesRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Rules that were set here.
   *
   * @param version another one for each change
   */
  record Kept(EntryRules rules, long version) {}

  Optional<Kept> find() {
    return jdbc.sql(
            """
            SELECT sign_up, sign_up_domains, hosts, host_domains, verified_only, version FROM entry_rules
            """)
        .query((row, number) -> new Kept(rules(row), row.getLong("version")))
        .optional();
  }

  /**
   * Writes them all.
   *
   * @param expected the version they were made from, {@link #NONE} for no row, null for whichever
   * @return false if there is another version by now
   */
  boolean save(EntryRules rules, @Nullable Long expected, UUID by, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO entry_rules
                  (id, sign_up, sign_up_domains, hosts, host_domains, verified_only, changed_by, changed_at)
                SELECT 1, :signUp, :signUpDomains, :hosts, :hostDomains, :verifiedOnly, :by, :now
                WHERE coalesce(:expected::bigint, 0) = 0 OR EXISTS (SELECT 1 FROM entry_rules)
                ON CONFLICT (id) DO UPDATE SET
                  sign_up = excluded.sign_up, sign_up_domains = excluded.sign_up_domains,
                  hosts = excluded.hosts, host_domains = excluded.host_domains,
                  verified_only = excluded.verified_only,
                  changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = excluded.version
                WHERE :expected::bigint IS NULL OR entry_rules.version = :expected::bigint
                """)
            .param("signUp", spelled(rules.signUp()))
            .param("signUpDomains", rules.signUpDomains().names().toArray(String[]::new))
            .param("hosts", spelled(rules.hosts()))
            .param("hostDomains", rules.hostDomains().names().toArray(String[]::new))
            .param("verifiedOnly", rules.verifiedOnly())
            .param("expected", expected, Types.BIGINT)
            .param("by", by)
            .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
            .update()
        == 1;
  }

  void delete() {
    jdbc.sql("DELETE FROM entry_rules").update();
  }

  private static EntryRules rules(ResultSet row) throws SQLException {
    return new EntryRules(
        SignUpRule.valueOf(row.getString("sign_up").toUpperCase(Locale.ROOT)),
        domains(row.getArray("sign_up_domains")),
        HostRule.valueOf(row.getString("hosts").toUpperCase(Locale.ROOT)),
        domains(row.getArray("host_domains")),
        row.getBoolean("verified_only"));
  }

  private static MailDomains domains(Array names) throws SQLException {
    return new MailDomains(List.of((String[]) names.getArray()));
  }

  private static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
