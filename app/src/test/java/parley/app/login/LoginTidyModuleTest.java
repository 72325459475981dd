package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

@ParleyTest
class LoginTidyModuleTest {
  @LocalServerPort int port;
  @Autowired LoginTidy tidy;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void whatIsInUseStays() {
    Visitor visitor = new Visitor(port).signUp("here@example.org");
    clock.advance(Duration.ofDays(13));
    tidy.run();
    assertThat(visitor.get("/api/v1/users/me").status()).isEqualTo(200);
    assertThat(count("known_devices")).isEqualTo(1);
  }

  @Test
  void whatHasEndedIsForgottenAMonthLater() {
    Visitor visitor = new Visitor(port).signUp("gone@example.org");
    visitor.delete("/api/v1/sessions/current");
    clock.advance(Duration.ofDays(30));
    tidy.run();
    assertThat(count("login_sessions")).isEqualTo(1);
    clock.advance(Duration.ofDays(3));
    tidy.run();
    assertThat(count("login_sessions")).isZero();
    assertThat(count("email_verifications")).isZero();
    assertThat(count("known_devices")).isEqualTo(1);
    clock.advance(Duration.ofDays(365));
    tidy.run();
    assertThat(count("known_devices")).isZero();
  }

  @Test
  void anApiKeyIsForgottenAMonthAfterItWasRevoked() {
    Visitor visitor = new Visitor(port).signUp("keys@example.org");
    String key =
        visitor
            .post(
                "/api/v1/users/me/api-keys",
                Map.of("name", "Old", "scopes", java.util.List.of("chat:read")))
            .json()
            .path("key")
            .path("id")
            .asString();
    visitor.delete("/api/v1/users/me/api-keys/" + key);
    clock.advance(Duration.ofDays(30));
    tidy.run();
    assertThat(count("api_keys")).isEqualTo(1);
    clock.advance(Duration.ofDays(1));
    tidy.run();
    assertThat(count("api_keys")).isZero();
  }

  @Test
  void whatWasBegunAndNeverFinishedIsForgottenSoon() {
    Visitor visitor = new Visitor(port).signUp("begun@example.org");
    visitor.post("/api/v1/users/me/authenticator-app", Map.of());
    new Visitor(port).post("/api/v1/sessions/passkey/options", Map.of());
    assertThat(count("authenticator_apps")).isEqualTo(1);
    assertThat(count("passkey_challenges")).isEqualTo(1);
    clock.advance(Duration.ofDays(2));
    tidy.run();
    assertThat(count("authenticator_apps")).isZero();
    assertThat(count("passkey_challenges")).isZero();
    assertThat(count("security_events")).isEqualTo(1);
    clock.advance(Duration.ofDays(90));
    tidy.run();
    assertThat(count("security_events")).isZero();
  }

  @Test
  void newChallengesSweepOldOnesAway() {
    for (int i = 0; i < 5; i++) {
      new Visitor(port).post("/api/v1/sessions/passkey/options", Map.of());
    }
    clock.advance(Duration.ofMinutes(5));
    new Visitor(port).post("/api/v1/sessions/passkey/options", Map.of());
    assertThat(count("passkey_challenges")).isOne();
  }

  private long count(String table) {
    return jdbc.sql(
            Map.of(
                    "login_sessions", "SELECT count(*) FROM login_sessions",
                    "api_keys", "SELECT count(*) FROM api_keys",
                    "known_devices", "SELECT count(*) FROM known_devices",
                    "authenticator_apps", "SELECT count(*) FROM authenticator_apps",
                    "passkey_challenges", "SELECT count(*) FROM passkey_challenges",
                    "security_events", "SELECT count(*) FROM security_events",
                    "email_verifications", "SELECT count(*) FROM email_verifications")
                .getOrDefault(table, ""))
        .query(Long.class)
        .single();
  }
}
