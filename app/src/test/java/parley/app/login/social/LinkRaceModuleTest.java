package parley.app.login.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.shared.Refusal;
import parley.app.testing.Overlap;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

/** Two that link or unlink at the same moment. */
@ParleyTest
class LinkRaceModuleTest {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;
  @Autowired TransactionTemplate transaction;
  @Autowired LinkedAccounts linked;

  private UUID first = new UUID(0, 0);
  private UUID second = new UUID(0, 0);

  @BeforeEach
  void two() {
    database.empty();
    first = Staffing.idOf(new Visitor(port).signUp("first@example.org"));
    second = Staffing.idOf(new Visitor(port).signUp("second@example.org"));
    jdbc.sql("UPDATE users SET email_verified = true").update();
  }

  @Test
  void oneAccountThereOpensOneHere() throws Exception {
    String answer =
        together(
            () -> linked.link(provider("work"), identity("shared"), first),
            () -> linked.link(provider("work"), identity("shared"), second));
    assertThat(answer).isEqualTo("already_linked");
    assertThat(owners()).containsExactly(first);
  }

  @Test
  void oneAccountHereHasOneAccountOfAProvider() throws Exception {
    String answer =
        together(
            () -> linked.link(provider("work"), identity("one"), first),
            () -> linked.link(provider("work"), identity("other"), first));
    assertThat(answer).isEqualTo("already_linked");
    assertThat(owners()).containsExactly(first);
  }

  @Test
  void theLastTwoWaysInAreNotBothTakenAway() throws Exception {
    linked.link(provider("work"), identity("one"), first);
    linked.link(provider("other"), identity("one"), first);
    jdbc.sql("UPDATE users SET password_hash = NULL").update();
    String answer =
        together(() -> linked.unlink(first, "work"), () -> linked.unlink(first, "other"));
    assertThat(answer).isEqualTo("last_way_in");
    assertThat(owners()).containsExactly(first);
  }

  private String together(Runnable done, Runnable meanwhile) throws Exception {
    Callable<String> code =
        () -> {
          try {
            meanwhile.run();
            return "done";
          } catch (Refusal refusal) {
            return refusal.code();
          }
        };
    return new Overlap(transaction, database).run(done, code, () -> {});
  }

  private List<UUID> owners() {
    return jdbc.sql("SELECT user_id FROM linked_accounts").query(UUID.class).list();
  }

  private static Identity identity(String subject) {
    return new Identity(subject, Optional.empty(), false, Optional.empty());
  }

  private static Provider provider(String id) {
    return new Provider() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public String name() {
        return id;
      }

      @Override
      public URI authorize(Attempt attempt, URI redirect) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Identity identify(
          String code, @org.jspecify.annotations.Nullable String issuer, Attempt attempt, URI to) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
