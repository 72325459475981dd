package parley.mediaserver.room;

import java.util.LinkedHashMap;
import java.util.Map;
import livekit.LivekitRtc.UpdateParticipantMetadata;
import parley.mediaserver.AccessToken;
import parley.mediaserver.Grants;
import parley.mediaserver.ParticipantChange;

/** Who a participant is and what it may, as it stands now: the token with all later changes. */
final class Profile {
  private static final int MAX_NAME = 256;
  private static final int MAX_METADATA = 64 * 1024;
  private static final int MAX_ATTRIBUTES = 64 * 1024;

  private AccessToken token;

  Profile(AccessToken token) {
    this.token = token;
  }

  /** A token that would admit it again as it is now. */
  AccessToken token() {
    return token;
  }

  Grants grants() {
    return token.grants();
  }

  /** Changes the fields that are not empty; false when they are too large. */
  boolean change(UpdateParticipantMetadata update) {
    String name = update.getName().isEmpty() ? token.name() : update.getName();
    String metadata = update.getMetadata().isEmpty() ? token.metadata() : update.getMetadata();
    return set(name, metadata, merged(update.getAttributesMap()), token.grants());
  }

  /** Changes the fields that are not null; false when they are too large. */
  boolean change(ParticipantChange change) {
    String name = change.name() == null ? token.name() : change.name();
    String metadata = change.metadata() == null ? token.metadata() : change.metadata();
    Map<String, String> wanted = change.attributes();
    Grants grants = change.grants() == null ? token.grants() : change.grants();
    return set(name, metadata, wanted == null ? token.attributes() : merged(wanted), grants);
  }

  private Map<String, String> merged(Map<String, String> changes) {
    Map<String, String> attributes = new LinkedHashMap<>(token.attributes());
    changes.forEach((key, value) -> {
      if (value.isEmpty()) {
        attributes.remove(key);
      } else {
        attributes.put(key, value);
      }
    });
    return attributes;
  }

  private boolean set(String name, String metadata, Map<String, String> attributes, Grants grants) {
    int size =
        attributes.entrySet().stream()
            .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
            .sum();
    if (name.length() > MAX_NAME || metadata.length() > MAX_METADATA || size > MAX_ATTRIBUTES) {
      return false;
    }
    token = new AccessToken(token.identity(), token.room(), name, metadata, attributes, grants);
    return true;
  }
}
