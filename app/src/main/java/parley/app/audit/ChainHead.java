package parley.app.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import parley.app.shared.ParleySettings;

/**
 * The last seal this node made, kept in a file of the data folder: whoever cuts the end off the
 * chain in the database would have to change this too. It follows the chain only as long as the
 * database still has the seal it names.
 */
@Component
class ChainHead {
  private static final Logger log = LoggerFactory.getLogger(ChainHead.class);

  private final Path file;

  @Autowired
  ChainHead(ParleySettings settings) {
    this(settings.dataDir());
  }

  ChainHead(Path folder) {
    this.file = folder.resolve("audit-head");
  }

  /** A seal by its number and hash. */
  record Mark(long id, byte[] hash) {
    boolean isIn(SealRepository seals) {
      return seals.find(id).filter(seal -> Arrays.equals(seal.hash(), hash)).isPresent();
    }
  }

  /**
   * The seal that must be there; empty before the first, and on a node that never sealed.
   *
   * @throws IllegalStateException if there is a mark that cannot be read
   */
  Optional<Mark> read() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String[] words = Files.readString(file).strip().split(" ");
      return Optional.of(new Mark(Long.parseLong(words[0]), HexFormat.of().parseHex(words[1])));
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
      throw new IllegalStateException(
          file + " cannot be read: nobody can tell whether the end was cut off.", unreadable);
    }
  }

  /** Whether the database still has the seal that must be there, as far as it can be told. */
  boolean holds(SealRepository seals) {
    try {
      return read().map(mark -> mark.isIn(seals)).orElse(true);
    } catch (IllegalStateException unreadable) {
      log.error("The end of the audit trail is not guarded", unreadable);
      return false;
    }
  }

  /** Moves on to this seal, which is committed; never back. */
  synchronized void moveTo(AuditSeal seal) {
    Optional<Mark> before = read();
    if (before.filter(mark -> mark.id() >= seal.id()).isPresent()) {
      return;
    }
    if (before.isEmpty() && seal.id() > 1) {
      log.warn(
          "{} was not there: on this node the end of the audit trail is guarded from seal {} on",
          file,
          seal.id());
    }
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, seal.id() + " " + HexFormat.of().formatHex(seal.hash()) + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.error("{} cannot be written: the end of the audit trail is not guarded", file, e);
    }
  }
}
