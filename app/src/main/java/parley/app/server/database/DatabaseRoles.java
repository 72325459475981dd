package parley.app.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the two roles and the database they meet in. */
final class DatabaseRoles {
  private final String adminUrl;
  private final DatabaseAddress.Role admin;

  /**
   * @param adminUrl any database of the cluster
   * @param admin a role that may make roles and databases
   */
  DatabaseRoles(String adminUrl, DatabaseAddress.Role admin) {
    this.adminUrl = adminUrl;
    this.admin = admin;
  }

  /** Makes what is missing and sets both passwords. */
  void ensure(String database, DatabaseAddress address) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(adminUrl, admin.name(), admin.password());
        Statement statement = connection.createStatement()) {
      ensureRole(connection, address.owner());
      ensureRole(connection, address.app());
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        statement.execute("CREATE DATABASE " + database + " OWNER " + address.owner().name());
      }
      statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + address.app().name());
    }
    shutPublicSchema(address);
  }

  /** Whether there is such a role and it does not let us in. */
  boolean isForeign(DatabaseAddress.Role role) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(adminUrl, admin.name(), admin.password())) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.name())) {
        return false;
      }
    }
    try (Connection _ = DriverManager.getConnection(adminUrl, role.name(), role.password())) {
      return false;
    } catch (SQLException refused) {
      // invalid_authorization_specification and invalid_password
      return String.valueOf(refused.getSQLState()).startsWith("28");
    }
  }

  /** Makes the application's role only: the database and its owner are there. */
  void ensureAppRole(DatabaseAddress address) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(adminUrl, admin.name(), admin.password());
        Statement statement = connection.createStatement()) {
      ensureRole(connection, address.app());
      statement.execute(
          "GRANT CONNECT ON DATABASE " + connection.getCatalog() + " TO " + address.app().name());
    }
  }

  /** Up to PostgreSQL 14 everybody may make tables in it. */
  private void shutPublicSchema(DatabaseAddress address) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), admin.name(), admin.password());
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SCHEMA public OWNER TO " + address.owner().name());
      statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
      statement.execute("GRANT USAGE ON SCHEMA public TO " + address.app().name());
    }
  }

  private static void ensureRole(Connection connection, DatabaseAddress.Role role)
      throws SQLException {
    boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.name());
    try (Statement statement = connection.createStatement()) {
      String deed = known ? "ALTER ROLE " : "CREATE ROLE ";
      // Passwords are hexadecimal digits of ours, or quoted by the caller's settings; names are
      // identifiers.
      statement.execute(
          deed + role.name() + " LOGIN PASSWORD '" + role.password().replace("'", "''") + "'");
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
