package parley.app.meetings.presence;

import java.util.Optional;
import java.util.UUID;

/** Our rooms and identities on the media side are named by ids. */
final class MediaNames {
  private MediaNames() {}

  /** The id in a name; empty for names that are none of ours. */
  static Optional<UUID> id(String name) {
    try {
      UUID id = UUID.fromString(name);
      // The parser is lenient with short groups; a second spelling must not be a second identity.
      return id.toString().equals(name) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
