package parley.mediaserver;

import java.util.Map;

/**
 * What an access token says: this identity may join this room.
 *
 * @param identity who, unique in the room (at most 256 characters)
 * @param room the room (at most 256 characters)
 * @param name the name shown to others
 * @param metadata opaque text shown to others
 * @param attributes named texts shown to others
 * @param grants what it may do there
 */
public record AccessToken(
    String identity,
    String room,
    String name,
    String metadata,
    Map<String, String> attributes,
    Grants grants) {

  public AccessToken {
    attributes = Map.copyOf(attributes);
  }
}
