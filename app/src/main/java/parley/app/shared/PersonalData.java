package parley.app.shared;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Implemented by each room that holds personal data, so that {@code users} can export and erase
 * everything of a person without knowing the rooms.
 */
public interface PersonalData {
  /** The heading under which this room's part stands in an export: the room's name. */
  String name();

  /** Everything this room holds about the user, row by row. */
  List<Map<String, Object>> export(UUID userId);

  /** Removes it, or makes it anonymous where a row must stay. Called once more after a failure. */
  void erase(UUID userId);
}
