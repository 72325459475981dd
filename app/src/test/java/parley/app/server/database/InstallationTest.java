package parley.app.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import parley.app.server.startup.StartRefused;
import parley.app.shared.SecretKeys;
import parley.app.testing.TestDatabase;
import parley.app.testing.Together;

/** Two installations and one database, on a server where the owner makes the application's role. */
class InstallationTest {
  private static final SecretKeys FIRST = purpose -> key(1, purpose);
  private static final SecretKeys SECOND = purpose -> key(2, purpose);

  // A role of the whole server: each test has its own.
  private final String role = "app_" + UUID.randomUUID().toString().replace('-', '_');
  private final TestDatabase database = TestDatabase.fresh();
  private final DatabaseAddress given = database.address();
  private final JdbcClient owner = JdbcClient.create(database.owner());

  @BeforeEach
  void theOwnerMakesRoles() {
    TestDatabase.asSuperuser("ALTER ROLE " + given.owner().name() + " CREATEROLE");
  }

  @AfterEach
  void theOwnerMakesNone() {
    TestDatabase.asSuperuser("ALTER ROLE " + given.owner().name() + " NOCREATEROLE");
  }

  @Test
  void aSecondOneIsRefusedNamingTheFirstAndChangesNothing() throws SQLException {
    DatabaseAddress address = open(FIRST, "alpha");
    assertThat(letsIn(address)).isTrue();
    assertThatThrownBy(() -> open(SECOND, "beta"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(Installation.id(FIRST))
        .hasMessageContaining("/alpha")
        .hasMessageContaining("parley.database.take-over")
        .hasMessageContaining("UTC");
    assertThat(letsIn(address)).isTrue();
  }

  @Test
  void severalNodesOfOneAreOne() throws SQLException {
    open(FIRST, "alpha");
    DatabaseAddress address = open(FIRST, "beta");
    assertThat(letsIn(address)).isTrue();
    assertThat(row("claimed_by")).endsWith("/alpha");
    assertThat(row("started_by")).endsWith("/beta");
  }

  @Test
  void ofTwoAtTheSameMomentOneIsRefused() throws SQLException {
    List<Boolean> began =
        Together.run(List.<Callable<Boolean>>of(() -> begins(FIRST), () -> begins(SECOND)));
    assertThat(began).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void itIsTakenOverByNameAndOnceOnly() throws SQLException {
    open(FIRST, "alpha");
    DatabaseAddress taken = open(SECOND, "beta", Installation.id(FIRST));
    assertThat(letsIn(taken)).isTrue();
    assertThat(row("installation_id")).isEqualTo(Installation.id(SECOND));
    assertThat(row("claimed_by")).endsWith("/beta");
    // The setting was left where it is, on both.
    assertThat(letsIn(open(SECOND, "beta", Installation.id(FIRST)))).isTrue();
    assertThatThrownBy(() -> open(FIRST, "alpha", Installation.id(FIRST)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(Installation.id(SECOND));
  }

  /** The role is one for the whole server. */
  @Test
  void anotherDatabaseOfTheSameServerLeavesTheRoleAsItIs() throws SQLException {
    DatabaseAddress address = open(FIRST, "alpha");
    DatabaseAddress beside = TestDatabase.fresh().address();
    for (String takeOver : new String[] {null, "", Installation.id(FIRST), "of long ago"}) {
      assertThatThrownBy(() -> open(beside, SECOND, "beta", takeOver))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(role)
          .hasMessageContaining("spring.flyway.user");
    }
    assertThat(letsIn(address)).isTrue();
  }

  @Test
  void whereBothRolesAreGivenItIsRefusedAsWell() {
    MockEnvironment settings =
        settings(given)
            .withProperty("spring.flyway.user", given.owner().name())
            .withProperty("spring.flyway.password", given.owner().password());
    ExternalDatabase.open(settings, given.jdbcUrl(), role, FIRST, Path.of("alpha"));
    assertThatThrownBy(
            () -> ExternalDatabase.open(settings, given.jdbcUrl(), role, SECOND, Path.of("beta")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(Installation.id(FIRST));
  }

  private boolean begins(SecretKeys keys) {
    try {
      open(keys, "folder");
      return true;
    } catch (StartRefused refused) {
      return false;
    }
  }

  private DatabaseAddress open(SecretKeys keys, String folder) {
    return open(given, keys, folder, null);
  }

  private DatabaseAddress open(SecretKeys keys, String folder, String takeOver) {
    return open(given, keys, folder, takeOver);
  }

  private DatabaseAddress open(
      DatabaseAddress on,
      SecretKeys keys,
      String folder,
      @org.jspecify.annotations.Nullable String takeOver) {
    MockEnvironment settings = settings(on);
    if (takeOver != null) {
      settings.setProperty("parley.database.take-over", takeOver);
    }
    return ExternalDatabase.open(settings, on.jdbcUrl(), role, keys, Path.of(folder));
  }

  private static MockEnvironment settings(DatabaseAddress on) {
    return new MockEnvironment()
        .withProperty("spring.datasource.username", on.owner().name())
        .withProperty("spring.datasource.password", on.owner().password());
  }

  private String row(String column) {
    return owner.sql("SELECT " + column + " FROM installation").query(String.class).single();
  }

  private static boolean letsIn(DatabaseAddress address) throws SQLException {
    try (var connection =
        DriverManager.getConnection(
            address.jdbcUrl(), address.app().name(), address.app().password())) {
      return connection.isValid(5);
    } catch (SQLException refused) {
      return false;
    }
  }

  private static byte[] key(int installation, String purpose) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) (installation + purpose.hashCode()));
    return key;
  }
}
