package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.Ids;
import parley.app.testing.ParleyTest;

@ParleyTest
class PendingLoginsModuleTest {
  @Autowired PendingLogins pending;
  @Autowired JdbcClient jdbc;
  @Autowired Ids ids;

  /** Who asks again, or too late, is told so: one log-in begins one session. */
  @Test
  void oneCallerEndsIt() {
    UUID user = ids.next();
    jdbc.sql("INSERT INTO users (id, email) VALUES (:id, :email)")
        .param("id", user)
        .param("email", user + "@example.org")
        .update();
    SecretToken token = pending.begin(user);
    assertThat(pending.find(token)).contains(user);
    assertThat(pending.end(token)).isTrue();
    assertThat(pending.end(token)).isFalse();
    assertThat(pending.find(token)).isEmpty();
    assertThat(pending.end(SecretToken.random())).isFalse();
  }
}
