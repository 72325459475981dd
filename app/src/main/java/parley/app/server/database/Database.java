package parley.app.server.database;

/** The database in use, and how to let go of it at the end. */
record Database(DatabaseAddress address, Runnable stop) implements AutoCloseable {
  @Override
  public void close() {
    stop.run();
  }
}
