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
   * @throws StartRefused if the database cannot be reached or the role not be made; the message
   *     says what to do
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
          whatToDo(e, url, given.name(), appRole) + " The driver says: " + e.getMessage(), e);
    }
    return address;
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
