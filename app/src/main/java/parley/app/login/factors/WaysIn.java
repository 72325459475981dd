package parley.app.login.factors;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;
import parley.app.users.Credentials;
import parley.app.users.Users;

/** Keeps everybody at least one way to log in. */
@Component
public class WaysIn {
  private final Users users;
  private final PasskeyRepository passkeys;
  private final List<WayIn> others;
  private final JdbcClient jdbc;

  WaysIn(Users users, PasskeyRepository passkeys, List<WayIn> others, JdbcClient jdbc) {
    this.users = users;
    this.passkeys = passkeys;
    this.others = others;
    this.jdbc = jdbc;
  }

  /**
   * Refuses with 409 {@code last_way_in} if the user has only one way to log in. In the transaction
   * that then takes one away; two of them wait for each other.
   */
  public void requireAnother(UUID userId) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "ways in " + userId)
        .query(row -> {});
    if (count(userId) < 2) {
      throw new Refusal(
          409,
          "last_way_in",
          "This is your only way to log in. Set a password or add another passkey first.");
    }
  }

  private int count(UUID userId) {
    boolean password =
        users
            .find(userId)
            .flatMap(user -> users.credentials(user.email()))
            .map(Credentials::passwordHash)
            .isPresent();
    int linked = others.stream().mapToInt(other -> other.count(userId)).sum();
    return (password ? 1 : 0) + passkeys.of(userId).size() + linked;
  }
}
