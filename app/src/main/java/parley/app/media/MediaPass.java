package parley.app.media;

import java.util.Map;

/**
 * Who may enter which room on the media side.
 *
 * @param room the room's name: the id of the meeting
 * @param identity who, there: the id of the presence
 * @param name shown to the others
 * @param attributes shown to the others' programs
 */
public record MediaPass(String room, String identity, String name, Map<String, String> attributes) {
  public MediaPass {
    attributes = Map.copyOf(attributes);
  }
}
