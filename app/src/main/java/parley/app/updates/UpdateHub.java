package parley.app.updates;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Which open pages of this node read which topic. It keeps no truth: a page that got no push finds
 * the update in the table. With several nodes, a push would also be announced to the others as
 * topic and number.
 */
@Component
class UpdateHub {
  private final ConcurrentHashMap<Topic, Set<PageConnection>> readers = new ConcurrentHashMap<>();
  private final Set<PageConnection> pages = ConcurrentHashMap.newKeySet();

  void opened(PageConnection page) {
    pages.add(page);
  }

  void closed(PageConnection page) {
    pages.remove(page);
    page.topics().forEach(topic -> remove(topic, page));
  }

  void add(Topic topic, PageConnection page) {
    readers.compute(
        topic,
        (key, old) -> {
          Set<PageConnection> set = old == null ? ConcurrentHashMap.newKeySet() : old;
          set.add(page);
          return set;
        });
  }

  void remove(Topic topic, PageConnection page) {
    readers.computeIfPresent(
        topic,
        (key, set) -> {
          set.remove(page);
          return set.isEmpty() ? null : set;
        });
  }

  void push(Update update) {
    readersOf(update.topic()).forEach(page -> page.offer(new PageStep.Push(update)));
  }

  void recheck(Topic topic) {
    readersOf(topic).forEach(page -> page.offer(new PageStep.Recheck()));
  }

  void recheckUser(UUID userId) {
    pages.stream()
        .filter(page -> page.isUser(userId))
        .forEach(page -> page.offer(new PageStep.Recheck()));
  }

  /** How many pages are open on this node. */
  int openPages() {
    return pages.size();
  }

  /** The login sessions that pages of this node are open with. */
  Set<UUID> sessions() {
    Set<UUID> sessions = new HashSet<>();
    pages.forEach(page -> page.session().ifPresent(sessions::add));
    return sessions;
  }

  void recheckSessions(Set<UUID> sessions) {
    pages.stream()
        .filter(page -> page.session().filter(sessions::contains).isPresent())
        .forEach(page -> page.offer(new PageStep.Recheck()));
  }

  private Set<PageConnection> readersOf(Topic topic) {
    return readers.getOrDefault(topic, Set.of());
  }
}
