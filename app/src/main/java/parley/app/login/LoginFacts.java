package parley.app.login;

import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.shared.ClientAddress;
import parley.app.shared.UserFacts;

/** Where a user is logged in, for staff: without anything that would let somebody in. */
@Component
class LoginFacts implements UserFacts {
  private final JdbcClient jdbc;
  private final LoginSettings settings;
  private final Clock clock;

  LoginFacts(JdbcClient jdbc, LoginSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * One login that still holds.
   *
   * @param address the address, or its network for whoever need not know more
   */
  record Login(UUID id, String userAgent, String address, Instant createdAt, Instant lastUsedAt) {}

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public List<Login> of(UUID userId, boolean withAddresses) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return jdbc.sql(
            """
            SELECT id, user_agent, host(address) AS address, created_at, last_used_at FROM login_sessions
            WHERE user_id = :userId AND ended_at IS NULL AND expires_at > :now AND last_used_at > :idle
            ORDER BY last_used_at DESC LIMIT 50
            """)
        .param("userId", userId)
        .param("now", now)
        .param("idle", now.minus(settings.sessionIdle()))
        .query((row, number) -> login(row, withAddresses))
        .list();
  }

  private static Login login(ResultSet row, boolean withAddresses) throws SQLException {
    ClientAddress address = new ClientAddress(InetAddress.ofLiteral(row.getString("address")));
    return new Login(
        row.getObject("id", UUID.class),
        row.getString("user_agent"),
        withAddresses ? address.text() : address.network(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_used_at", OffsetDateTime.class).toInstant());
  }
}
