package parley.app.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.users.Users;

/** The pictures people give of themselves: square, in four sizes, under a name nobody can guess. */
@Service
class ProfilePictures {
  static final String PATH = "/api/v1/pictures/";
  private static final int[] SIZES = {64, 128, 256, 512};
  private static final int KEY_BYTES = 16;

  private final PictureStudio studio;
  private final StoredFiles files;
  private final ProfilePictureRepository repository;
  private final Users users;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  ProfilePictures(
      PictureStudio studio,
      StoredFiles files,
      ProfilePictureRepository repository,
      Users users,
      TransactionTemplate transaction) {
    this.studio = studio;
    this.files = files;
    this.repository = repository;
    this.users = users;
    this.transaction = transaction;
  }

  /**
   * Takes the place of the picture there was, which is deleted; of several at once one stays.
   * Refuses as {@link PictureStudio} and {@link StoredFiles#store} do; then everything is as
   * before.
   */
  void change(UUID userId, InputStream picture) throws IOException {
    Map<Integer, UUID> stored = store(userId, studio.develop(picture, SIZES));
    String key = key();
    List<UUID> old;
    try {
      old =
          transaction.execute(status -> {
            users.hold(userId);
            List<UUID> before = repository.removeAll(userId);
            repository.insert(key, userId, stored);
            users.changePicture(userId, PATH + key);
            return before;
          });
    } catch (RuntimeException notEntered) {
      deleteAll(stored.values());
      throw notEntered;
    }
    deleteAll(old);
  }

  /** Removes the picture; nothing happens if there is none. */
  void remove(UUID userId) {
    List<UUID> old =
        transaction.execute(status -> {
          users.hold(userId);
          List<UUID> before = repository.removeAll(userId);
          if (!before.isEmpty()) {
            users.changePicture(userId, null);
          }
          return before;
        });
    deleteAll(old);
  }

  /** The smallest of the sizes that is not smaller than the wanted one, or the largest. */
  Optional<StoredFile> find(String key, int wanted) {
    return repository.find(key, Math.clamp(wanted, 1, SIZES[SIZES.length - 1]));
  }

  private Map<Integer, UUID> store(UUID userId, Map<Integer, PictureWriter.Encoded> developed)
      throws IOException {
    Map<Integer, UUID> stored = new TreeMap<>();
    try {
      for (var picture : developed.entrySet()) {
        String name = "picture-" + picture.getKey() + "." + picture.getValue().extension();
        StoredFile file =
            files.store(
                NewFile.of(userId, FileType.AVATAR, name),
                new ByteArrayInputStream(picture.getValue().bytes()));
        stored.put(picture.getKey(), file.id());
      }
      return stored;
    } catch (IOException | RuntimeException notStored) {
      deleteAll(stored.values());
      throw notStored;
    }
  }

  private void deleteAll(Iterable<UUID> ids) {
    ids.forEach(files::delete);
  }

  private String key() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
