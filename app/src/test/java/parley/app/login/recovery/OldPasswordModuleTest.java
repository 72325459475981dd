package parley.app.login.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.shared.SignedInUser;
import parley.app.testing.Overlap;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import parley.app.users.Credentials;
import parley.app.users.EmailAddress;
import parley.app.users.User;
import parley.app.users.Users;

/** Log-ins whose password is compared at the moment at which the owner chooses another one. */
@ParleyTest
class OldPasswordModuleTest {
  private static final String OLD = "correct horse battery";
  private static final String NEW = "seven green lanterns hum";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;
  @Autowired TransactionTemplate transaction;
  @Autowired Users users;
  @Autowired Passwords passwords;

  private Visitor owner = new Visitor(0);
  private UUID id = new UUID(0, 0);

  @BeforeEach
  void anAccount() {
    database.empty();
    owner = new Visitor(port).signUp("owner@example.org");
    id = Staffing.idOf(owner);
    jdbc.sql("UPDATE users SET email_verified = true").update();
    clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void aResetLeavesNoSessionThatTheOldPasswordOpened() throws Exception {
    Answer answer = whileItLogsIn(() -> passwords.reset(present(), hash(), () -> {}));
    assertThat(answer.code()).isEqualTo("wrong_credentials");
    assertThat(open()).isZero();
    assertThat(logIn(new Visitor(port), NEW).status()).isEqualTo(201);
  }

  @Test
  void aChangeLeavesTheOwnersSessionOnly() throws Exception {
    UUID session = jdbc.sql("SELECT id FROM login_sessions").query(UUID.class).single();
    Answer answer =
        whileItLogsIn(() -> passwords.change(new SignedInUser(id, session), present(), hash()));
    assertThat(answer.code()).isEqualTo("wrong_credentials");
    assertThat(open()).isOne();
    assertThat(owner.get("/api/v1/users/me").status()).isEqualTo(200);
  }

  @Test
  void noSecondStepIsLeftToBeMadeEither() throws Exception {
    jdbc.sql(
            """
            INSERT INTO authenticator_apps (user_id, secret_sealed, created_at, confirmed_at, last_step)
            SELECT id, 'x', created_at, created_at, 0 FROM users
            """)
        .update();
    Answer answer = whileItLogsIn(() -> passwords.reset(present(), hash(), () -> {}));
    assertThat(answer.code()).isEqualTo("wrong_credentials");
    assertThat(jdbc.sql("SELECT count(*) FROM pending_logins").query(Long.class).single()).isZero();
  }

  @Test
  void whereThePasswordStaysTheSameTheLogInGoesOn() throws Exception {
    Credentials compared = users.credentials(new EmailAddress("owner@example.org")).orElseThrow();
    Answer answer = whileItLogsIn(() -> users.renewPasswordHash(compared, storedHash()));
    assertThat(answer.status()).isEqualTo(201);
  }

  /** The hash of the old password is made anew, with today's costs, just then. */
  @Test
  void aHashThatIsRenewedDoesNotTakeThePlaceOfAPasswordChosenMeanwhile() throws Exception {
    String cheap = new Argon2PasswordEncoder(16, 32, 1, 512, 1).encode(OLD);
    jdbc.sql("UPDATE users SET password_hash = ?").param(cheap).update();
    whileItLogsIn(() -> passwords.reset(present(), hash(), () -> {}));
    assertThat(logIn(new Visitor(port), NEW).status()).isEqualTo(201);
    assertThat(logIn(new Visitor(port), OLD).code()).isEqualTo("wrong_credentials");
  }

  @Test
  void aHashOfLowerCostsIsRenewedByALogIn() {
    String cheap = new Argon2PasswordEncoder(16, 32, 1, 512, 1).encode(OLD);
    jdbc.sql("UPDATE users SET password_hash = ?").param(cheap).update();
    assertThat(logIn(new Visitor(port), OLD).status()).isEqualTo(201);
    assertThat(storedHash()).isNotEqualTo(cheap).contains("m=1024");
    assertThat(logIn(new Visitor(port), OLD).status()).isEqualTo(201);
  }

  /** The log-in has compared the password when it comes to the row that is held. */
  private Answer whileItLogsIn(Runnable change) throws Exception {
    return new Overlap(transaction, database)
        .run(() -> users.hold(id), () -> logIn(new Visitor(port), OLD), change);
  }

  private User present() {
    return users.find(id).orElseThrow();
  }

  private String hash() {
    return passwords.hash(present(), NEW);
  }

  private String storedHash() {
    return jdbc.sql("SELECT password_hash FROM users").query(String.class).single();
  }

  private long open() {
    return jdbc.sql("SELECT count(*) FROM login_sessions WHERE ended_at IS NULL")
        .query(Long.class)
        .single();
  }

  private static Answer logIn(Visitor visitor, String password) {
    return visitor.post(
        "/api/v1/sessions", Map.of("email", "owner@example.org", "password", password));
  }
}
