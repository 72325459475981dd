package parley.app.server.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import parley.app.server.startup.StartRefused;
import parley.app.shared.SecretKeys;

/**
 * A PostgreSQL that the settings name. With {@code spring.flyway.user} the operator gives both
 * roles; without it the one given is the owner, and the application's role is made by it.
 */
final class ExternalDatabase {
  private ExternalDatabase() {}

  /**
   * Makes the database this installation's and its schema up to date.
   *
   * @param appRole the application's role where we make it
   * @throws StartRefused if the database cannot be reached, belongs to another installation, or the
   *     role cannot be made; the message says what to do
   */
  static DatabaseAddress open(
      Environment settings, String url, String appRole, SecretKeys keys, Path folder) {
    DatabaseAddress address =
        address(settings, url, appRole, keys.text("database role " + appRole));
    String takeOver = settings.getProperty("parley.database.take-over");
    try (Installation own =
        Installation.hold(url, address.owner(), Installation.id(keys), folder, takeOver)) {
      if (settings.getProperty("spring.flyway.user") == null) {
        boolean takesRole = address.app().name().equals(takeOver);
        ensureAppRole(url, address, own.isOwn() || own.takesOver(takeOver) || takesRole);
      }
      Migrations.run(address);
      own.claim();
    } catch (SQLException e) {
      throw new StartRefused(
          whatToDo(e, url, address.owner().name(), appRole) + " The driver says: " + e.getMessage(),
          e);
    }
    return address;
  }

  /** By which roles; without {@code spring.flyway.user} the application's is one that we make. */
  static DatabaseAddress address(
      Environment settings, String url, String appRole, String appPassword) {
    DatabaseAddress.Role given =
        role(settings, "spring.datasource.username", "spring.datasource.password");
    return settings.getProperty("spring.flyway.user") == null
        ? new DatabaseAddress(url, given, new DatabaseAddress.Role(appRole, appPassword))
        : new DatabaseAddress(
            url, role(settings, "spring.flyway.user", "spring.flyway.password"), given);
  }

  // Roles are one for all databases of a server: another Parley beside us may live by this one.
  private static void ensureAppRole(String url, DatabaseAddress address, boolean mayChange)
      throws SQLException {
    var roles = new DatabaseRoles(url, address.owner());
    if (!mayChange && roles.isForeign(address.app())) {
      throw new StartRefused(
          String.format(
              Locale.ROOT,
              """
              The role %s of the PostgreSQL at %s has another password than this installation would give it: another \
              Parley may live by it. Nothing was changed. Make two roles for this one and give both \
              (spring.flyway.user for the owner, spring.datasource.username for the application's), or, if nothing else \
              uses the role, start once with parley.database.take-over=%s.\
              """,
              address.app().name(),
              url,
              address.app().name()));
    }
    roles.ensureAppRole(address);
  }

  // By SQLSTATE (PostgreSQL manual, appendix A): its first two characters are the class.
  private static String whatToDo(SQLException e, String url, String owner, String appRole) {
    String state = orEmpty(e.getSQLState());
    return switch (state.substring(0, Math.min(2, state.length()))) {
      case "08" ->
          "No PostgreSQL answers at "
              + url
              + ". Is it running, and may this machine reach it? The address is spring.datasource.url.";
      case "28" ->
          "The PostgreSQL at "
              + url
              + " does not let "
              + owner
              + " in. Check spring.datasource.username and spring.datasource.password, and pg_hba.conf there.";
      case "3D" ->
          "There is no such database: " + url + ". Make it, owned by " + owner + " (createdb -O).";
      default ->
          "The role "
              + appRole
              + " cannot be made in "
              + url
              + ". Either let "
              + owner
              + " make roles (CREATEROLE), or make one yourself and give both: spring.flyway.user for the owner, "
              + "spring.datasource.username for the application's.";
    };
  }

  private static DatabaseAddress.Role role(Environment settings, String user, String password) {
    return new DatabaseAddress.Role(
        orEmpty(settings.getProperty(user)), orEmpty(settings.getProperty(password)));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
