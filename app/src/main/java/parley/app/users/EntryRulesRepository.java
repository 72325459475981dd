package parley.app.users;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of {@code entry_rules}, which is there once somebody has set them in the console. */
@Repository
class EntryRulesRepository {
  private final JdbcClient jdbc;

  EntryRulesRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<EntryRules> find() {
    return jdbc.sql(
            "SELECT sign_up, sign_up_domains, hosts, host_domains, verified_only FROM entry_rules")
        .query(EntryRulesRepository::rules)
        .optional();
  }

  void save(EntryRules rules, UUID by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO entry_rules
              (id, sign_up, sign_up_domains, hosts, host_domains, verified_only, changed_by, changed_at)
            VALUES (1, :signUp, :signUpDomains, :hosts, :hostDomains, :verifiedOnly, :by, :now)
            ON CONFLICT (id) DO UPDATE SET
              sign_up = excluded.sign_up, sign_up_domains = excluded.sign_up_domains,
              hosts = excluded.hosts, host_domains = excluded.host_domains,
              verified_only = excluded.verified_only,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
        .param("signUp", spelled(rules.signUp()))
        .param("signUpDomains", rules.signUpDomains().names().toArray(String[]::new))
        .param("hosts", spelled(rules.hosts()))
        .param("hostDomains", rules.hostDomains().names().toArray(String[]::new))
        .param("verifiedOnly", rules.verifiedOnly())
        .param("by", by)
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .update();
  }

  void delete() {
    jdbc.sql("DELETE FROM entry_rules").update();
  }

  private static EntryRules rules(ResultSet row, int number) throws SQLException {
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
