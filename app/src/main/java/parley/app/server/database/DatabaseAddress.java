package parley.app.server.database;

/**
 * Where the database is and the two roles it is used with.
 *
 * @param jdbcUrl address, with neither user nor password in it
 * @param owner owns the schema; migrations run as it
 * @param app what Parley itself works as: owns nothing
 */
public record DatabaseAddress(String jdbcUrl, Role owner, Role app) {
  /** A role and its password. */
  public record Role(String name, String password) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
      return name;
    }
  }
}
