package parley.app.shared;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Implemented by each room that holds personal data, so that {@code users} can export and erase
 * everything of a person without knowing the rooms.
 */
public interface PersonalData {
  /** What a person is called where a row must stay. */
  String NOBODYS_NAME = "Deleted user";

  /** The heading under which this room's part stands in an export: the room's name. */
  String name();

  /** Everything this room holds about the user, row by row. */
  List<Map<String, Object>> export(UUID userId);

  /** The files of the user that this room keeps. */
  default List<PersonalFile> files(UUID userId) {
    return List.of();
  }

  /** Removes it, or makes it anonymous where a row must stay. Called once more after a failure. */
  void erase(UUID userId);

  /**
   * What the law makes stay after {@link #erase}, and why, each in a sentence without personal
   * data; asked before.
   */
  default List<String> stays(UUID userId) {
    return List.of();
  }

  /**
   * Bytes that belong to an export.
   *
   * @param name the file's name in the archive
   * @param bytes where they are
   */
  record PersonalFile(String name, Path bytes) {}
}
