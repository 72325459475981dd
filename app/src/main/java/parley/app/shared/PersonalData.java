package parley.app.shared;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;

/**
 * Implemented by each room that holds personal data, so that {@code users} can export and erase
 * everything of a person without knowing the rooms. A room says which rows are a person's; {@link
 * PersonalRows} reads or counts them, however many they are.
 */
public interface PersonalData {
  /** What a person is called where a row must stay. */
  String NOBODYS_NAME = "Deleted user";

  /** The heading under which this room's part stands in an export: the room's name. */
  String name();

  /** Where everything stands that this room holds about the user. */
  List<Part> parts(UUID userId);

  /**
   * What an export tells of a row of {@link #parts}: all of it, unless the room opens or leaves out
   * something more.
   *
   * @param row the columns that are not null by their names, and the table as {@code table}; may be
   *     changed
   */
  default Map<String, Object> told(UUID userId, Map<String, Object> row) {
    return row;
  }

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
   * @param bytes opened when they are packed; {@link java.nio.file.NoSuchFileException} if they are
   *     gone by then
   */
  record PersonalFile(String name, InputStreamSource bytes) {}

  /**
   * The rows of one table that are a user's.
   *
   * @param table its name
   * @param query the SELECT that finds them, with {@code :user} for the user's id
   * @param parameters what else the query asks for
   * @param secrets columns that an export leaves out, such as hashes
   */
  record Part(String table, String query, Map<String, Object> parameters, Set<String> secrets) {
    /** Whole rows, those for which {@code whose} holds: a condition on {@code t}, the table. */
    public static Part of(String table, String whose, String... secrets) {
      return new Part(
          table, "SELECT t.* FROM " + table + " t WHERE " + whose, Map.of(), Set.of(secrets));
    }

    /** Only the columns that a query of the room's own selects, under their names. */
    public static Part selected(String table, String query) {
      return new Part(table, query, Map.of(), Set.of());
    }

    /** The same with a value for one of the query's further parameters. */
    public Part with(String parameter, Object value) {
      return new Part(table, query, Map.of(parameter, value), secrets);
    }
  }
}
