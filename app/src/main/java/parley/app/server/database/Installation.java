package parley.app.server.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.app.server.startup.StartRefused;
import parley.app.shared.SecretKeys;

/**
 * That a database belongs to one installation. Nodes with one secret are one installation; two that
 * are not would change each other's password of the application's role and read nothing of what the
 * other has sealed. Whoever starts holds the database until it is theirs, so that of two at the
 * same moment one is refused.
 */
final class Installation implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int ID_BYTES = 8;

  private final Connection connection;
  private final String id;
  private final String node;

  private Installation(Connection connection, String id, String node) {
    this.connection = connection;
    this.id = id;
    this.node = node;
  }

  /** The id of the installation that has these keys; says nothing about them. */
  static String id(SecretKeys keys) {
    return HexFormat.of().formatHex(keys.bytes("installation id"), 0, ID_BYTES);
  }

  /**
   * Waits until nobody else starts on this database, and keeps others waiting until it is closed.
   *
   * @param takeOver the id of the installation whose database this one shall have; null: of none
   * @throws StartRefused if the database belongs to another installation, naming it
   */
  static Installation hold(
      String url, DatabaseAddress.Role owner, String id, Path folder, @Nullable String takeOver)
      throws SQLException {
    Connection connection = DriverManager.getConnection(url, owner.name(), owner.password());
    try {
      Installation held = new Installation(connection, id, node(folder));
      held.run("SELECT pg_advisory_lock(hashtext('parley installation'))");
      held.requireOwn(takeOver);
      return held;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Whether it is known that the database is this installation's. */
  boolean isOwn() throws SQLException {
    return other().isEmpty() && isClaimed();
  }

  /** Whether it is another's, and this is the id by which it is to become ours. */
  boolean takesOver(@Nullable String takeOver) throws SQLException {
    return other().filter(other -> other.id().equals(takeOver)).isPresent();
  }

  /** Writes down that the database is this installation's, once the table is there. */
  void claim() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO installation (id, installation_id, claimed_by, claimed_at, started_by, started_at)
            VALUES (1, ?, ?, clock_timestamp(), ?, clock_timestamp())
            ON CONFLICT (id) DO UPDATE SET installation_id = excluded.installation_id,
              claimed_by = CASE WHEN installation.installation_id = excluded.installation_id
                THEN installation.claimed_by ELSE excluded.claimed_by END,
              claimed_at = CASE WHEN installation.installation_id = excluded.installation_id
                THEN installation.claimed_at ELSE excluded.claimed_at END,
              started_by = excluded.started_by, started_at = excluded.started_at
            """)) {
      statement.setString(1, id);
      statement.setString(2, node);
      statement.setString(3, node);
      statement.executeUpdate();
    }
  }

  private void requireOwn(@Nullable String takeOver) throws SQLException {
    Optional<Other> other = other();
    if (other.isPresent() && !other.get().id().equals(takeOver)) {
      throw new StartRefused(other.get().sentence());
    }
  }

  private record Other(
      String id, String claimedBy, Timestamp claimedAt, String startedBy, Timestamp startedAt) {
    String sentence() {
      return String.format(
          Locale.ROOT,
          """
          This database belongs to another installation of Parley, %s: set up by %s on %s, last started by %s on %s. \
          Nothing was changed. To add a node to it, give this one the same parley.secret-key. \
          If that installation is gone and its data folder lost, start once with parley.database.take-over=%s; \
          what it sealed with its secret cannot be read then.\
          """,
          id,
          claimedBy,
          TIME.format(claimedAt.toInstant()),
          startedBy,
          TIME.format(startedAt.toInstant()),
          id);
    }
  }

  private Optional<Other> other() throws SQLException {
    if (!isClaimed()) {
      return Optional.empty();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM installation WHERE installation_id <> ? AND id = 1")) {
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(other(row)) : Optional.empty();
      }
    }
  }

  private static Other other(ResultSet row) throws SQLException {
    return new Other(
        row.getString("installation_id"),
        row.getString("claimed_by"),
        row.getTimestamp("claimed_at"),
        row.getString("started_by"),
        row.getTimestamp("started_at"));
  }

  // Databases of earlier versions have no such table, new ones nothing.
  private boolean isClaimed() throws SQLException {
    return isTrue("SELECT to_regclass('installation') IS NOT NULL")
        && isTrue("SELECT EXISTS (SELECT 1 FROM installation)");
  }

  private boolean isTrue(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private void run(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.execute();
    }
  }

  private static String node(Path folder) {
    String place = folder.toAbsolutePath().normalize().toString();
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + place;
    } catch (UnknownHostException nameless) {
      return place;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
