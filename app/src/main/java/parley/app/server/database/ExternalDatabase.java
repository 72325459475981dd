package parley.app.server.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import parley.app.server.startup.StartRefused;

/**
 * A PostgreSQL that the settings name. With {@code spring.flyway.user} the operator gives both
 * roles; without it the one given is the owner, and the application's role is made by it.
 */
final class ExternalDatabase {
  private ExternalDatabase() {}

  /**
   * @param appPassword the password of the application's role where we make it
   * @throws StartRefused if the role cannot be made; the message says what to do
   */
  static DatabaseAddress address(
      Environment settings, String url, String appRole, String appPassword) {
    DatabaseAddress.Role given =
        role(settings, "spring.datasource.username", "spring.datasource.password");
    if (settings.getProperty("spring.flyway.user") != null) {
      return new DatabaseAddress(
          url, role(settings, "spring.flyway.user", "spring.flyway.password"), given);
    }
    DatabaseAddress address =
        new DatabaseAddress(url, given, new DatabaseAddress.Role(appRole, appPassword));
    try {
      new DatabaseRoles(url, given).ensureAppRole(address);
    } catch (SQLException e) {
      throw new StartRefused(
          "The role "
              + appRole
              + " cannot be made in "
              + url
              + ". Either let "
              + given.name()
              + " make roles (CREATEROLE), or make one yourself and give both: spring.flyway.user for the owner, "
              + "spring.datasource.username for the application's. PostgreSQL says: "
              + e.getMessage(),
          e);
    }
    return address;
  }

  private static DatabaseAddress.Role role(Environment settings, String user, String password) {
    return new DatabaseAddress.Role(
        orEmpty(settings.getProperty(user)), orEmpty(settings.getProperty(password)));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
