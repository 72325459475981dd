package parley.app.notifications;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Something that people are to be told about.
 *
 * @param key what it is; the same occasion is told once however often and by however many nodes it
 *     is noticed
 * @param people whom; somebody's own deeds are no news to them
 * @param payload the facts: ids and times, no words that people wrote, so that what is erased
 *     elsewhere is not kept here
 */
record Occasion(String key, NotificationType type, Set<UUID> people, Map<String, Object> payload) {
  Occasion {
    people = Set.copyOf(people);
    payload = Map.copyOf(payload);
  }

  static Occasion of(
      String key, NotificationType type, Collection<UUID> people, Map<String, Object> payload) {
    return new Occasion(key, type, new TreeSet<>(people), payload);
  }
}
