package parley.app.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import parley.app.server.startup.StartRefused;
import parley.app.shared.SecretKeys;
import parley.app.testing.TestDatabase;

class ExternalDatabaseTest {
  private final DatabaseAddress given = TestDatabase.fresh().address();
  private final MockEnvironment settings =
      new MockEnvironment()
          .withProperty("spring.datasource.username", given.owner().name())
          .withProperty("spring.datasource.password", given.owner().password());

  @Test
  void takesBothRolesWhereBothAreGiven() {
    settings.setProperty("spring.flyway.user", "the_owner");
    settings.setProperty("spring.flyway.password", "secret");
    DatabaseAddress address =
        ExternalDatabase.address(settings, given.jdbcUrl(), "parley_app", "unused");
    assertThat(address.owner()).isEqualTo(new DatabaseAddress.Role("the_owner", "secret"));
    assertThat(address.app().name()).isEqualTo(given.owner().name());
  }

  @Test
  void saysWhatToDoWhereTheRoleCannotBeMade() {
    assertThatThrownBy(() -> open(given.jdbcUrl()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("CREATEROLE")
        .hasMessageContaining("spring.flyway.user")
        .hasMessageNotContaining(given.owner().password());
  }

  @Test
  void saysSoWhereNothingAnswers() {
    refused(
        "jdbc:postgresql://localhost:1/parley",
        "No PostgreSQL answers at",
        "spring.datasource.url");
  }

  @Test
  void saysSoWhereTheDatabaseIsMissing() {
    String url = given.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/not_there$1");
    refused(url, "There is no such database", "createdb");
  }

  @Test
  void saysSoWhereTheOwnerIsNotLetIn() {
    settings.setProperty("spring.datasource.username", "nobody_here");
    refused(given.jdbcUrl(), "does not let nobody_here in", "pg_hba.conf");
  }

  private DatabaseAddress open(String url) {
    SecretKeys keys = purpose -> new byte[32];
    return ExternalDatabase.open(settings, url, "another_app", keys, Path.of("data"));
  }

  private void refused(String url, String what, String hint) {
    assertThatThrownBy(() -> open(url))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(what)
        .hasMessageContaining(hint)
        .hasMessageNotContaining("CREATEROLE");
  }
}
