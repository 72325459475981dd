package parley.app.server.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import parley.app.server.startup.StartRefused;

/**
 * As whom PostgreSQL runs. It refuses root, so root hands it to {@code nobody}; where nobody cannot
 * enter the folders (a home of mode 700), to a user namespace in which root is nobody in
 * particular.
 */
enum ServerAccount {
  SELF(List.of(), -1),
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), 65534),
  NAMESPACE(List.of("unshare", "-U"), 0);

  private final List<String> prefix;
  private final int uid;

  ServerAccount(List<String> prefix, int uid) {
    this.prefix = prefix;
    this.uid = uid;
  }

  /**
   * The first that works here.
   *
   * @param folder where the cluster is
   * @param program one of PostgreSQL's
   * @throws StartRefused if this is root and neither way is open
   */
  static ServerAccount choose(Path folder, Path program) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return SELF;
    }
    if (NOBODY.canReach(folder) && NOBODY.canReach(program)) {
      return NOBODY;
    }
    if (NAMESPACE.canReach(program)) {
      return NAMESPACE;
    }
    throw new StartRefused(
        "PostgreSQL does not run as root, and neither setpriv nor unshare can start it as somebody else here. "
            + "Start Parley as an ordinary user, or set spring.datasource.url to a PostgreSQL of yours.");
  }

  /**
   * The command that runs {@code program}. It replaces itself, so the process id stays that of the
   * program.
   */
  List<String> command(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(program.toString());
    command.addAll(arguments);
    return command;
  }

  /** Makes the folder belong to whoever PostgreSQL will find itself to be. */
  void own(Path folder) throws IOException {
    if (uid >= 0) {
      FolderTree.giveTo(folder, uid);
    }
  }

  private boolean canReach(Path path) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("test", "-x", path.toString()));
    try {
      Process test = new ProcessBuilder(command).redirectErrorStream(true).start();
      test.getInputStream().readAllBytes();
      return test.waitFor(5, TimeUnit.SECONDS) && test.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
