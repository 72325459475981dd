package parley.app.users.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonKeys;
import parley.app.shared.PersonalData;

/** The account itself, and the archives that were packed of it. Goes last. */
@Component
class UserPersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(
          Part.of("users", "t.id = :user", "password_hash"),
          Part.of("data_exports", "t.user_id = :user", "leased_until", "attempts"));

  private final DataExportRepository exports;
  private final DeletionRepository users;
  private final ArchiveShelf shelf;
  private final PersonKeys keys;
  private final Clock clock;

  UserPersonalData(
      DataExportRepository exports,
      DeletionRepository users,
      ArchiveShelf shelf,
      PersonKeys keys,
      Clock clock) {
    this.exports = exports;
    this.users = users;
    this.shelf = shelf;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "users";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  @Override
  @Transactional
  public void erase(UUID userId) {
    for (UUID export : exports.deleteAll(userId)) {
      try {
        shelf.remove(export);
      } catch (IOException notRemoved) {
        throw new UncheckedIOException(notRemoved);
      }
    }
    users.makeAnonymous(userId, clock.instant());
    keys.destroy(userId);
  }
}
