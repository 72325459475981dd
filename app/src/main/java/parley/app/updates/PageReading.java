package parley.app.updates;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.web.socket.CloseStatus;
import parley.app.shared.CurrentPerson;
import parley.app.shared.SignedInUser;

/**
 * What one page reads and how far it has come in each topic. Only the page's writer calls {@link
 * #take}, so a number is read, sent and advanced by one thread.
 */
final class PageReading {
  private static final int MOST_TOPICS = 20;
  private static final int AT_ONCE = 200;
  private static final CloseStatus NOT_KNOWN = new CloseStatus(4401, "not logged in");

  /** Where texts go. */
  interface Out {
    void send(String text) throws IOException;
  }

  private final Supplier<CurrentPerson> whoNow;
  private final TopicRules rules;
  private final UpdateRepository repository;
  private final UpdateHub hub;
  private final PageWords words;
  private final Set<Topic> topics = ConcurrentHashMap.newKeySet();
  private final Map<Topic, Long> sent = new HashMap<>();
  private volatile CurrentPerson person;

  /**
   * @param whoNow asks again who the credentials of this page belong to
   */
  PageReading(
      Supplier<CurrentPerson> whoNow,
      TopicRules rules,
      UpdateRepository repository,
      UpdateHub hub,
      PageWords words) {
    this.whoNow = whoNow;
    this.rules = rules;
    this.repository = repository;
    this.hub = hub;
    this.words = words;
    this.person = whoNow.get();
  }

  boolean isUser(UUID userId) {
    return person.user().filter(user -> user.userId().equals(userId)).isPresent();
  }

  Optional<UUID> session() {
    return person.user().map(SignedInUser::sessionId);
  }

  Set<Topic> topics() {
    return topics;
  }

  void take(PageStep step, PageConnection page, Out out) throws IOException {
    switch (step) {
      case PageStep.Subscribe wish -> subscribe(wish, page, out);
      case PageStep.Unsubscribe wish -> Topic.parse(wish.topic()).ifPresent(t -> drop(t, page));
      case PageStep.Push push -> catchUp(push.update(), out);
      case PageStep.Recheck any -> recheck(page, out);
      case PageStep.Ping any -> out.send(words.pong());
      case PageStep.End any -> {}
    }
  }

  private void subscribe(PageStep.Subscribe wish, PageConnection page, Out out) throws IOException {
    Topic topic = Topic.parse(wish.topic()).orElse(null);
    if (topic == null || !rules.mayRead(person, topic)) {
      out.send(words.refused(wish.topic(), "not_allowed"));
      return;
    }
    if (sent.size() >= MOST_TOPICS && !sent.containsKey(topic)) {
      out.send(words.refused(wish.topic(), "too_many_topics"));
      return;
    }
    // In the hub first: what is committed from here on is either read below or pushed.
    topics.add(topic);
    hub.add(topic, page);
    long latest = repository.latest(topic);
    Long after = wish.after();
    if (after != null && !isResumable(topic, after, latest)) {
      drop(topic, page);
      out.send(words.refused(wish.topic(), "cannot_resume"));
      return;
    }
    sent.put(topic, after == null ? latest : after);
    out.send(words.subscribed(topic, latest));
    readUpTo(topic, latest, out);
  }

  private boolean isResumable(Topic topic, long after, long latest) {
    if (after >= latest) {
      return after == latest;
    }
    return repository.oldest(topic).filter(oldest -> oldest <= after + 1).isPresent();
  }

  private void catchUp(Update update, Out out) throws IOException {
    Long seen = sent.get(update.topic());
    if (seen == null || update.seq() <= seen) {
      return;
    }
    // Pushes of two commits may cross; the table has them in order.
    if (update.seq() == seen + 1) {
      send(update, out);
    } else {
      readUpTo(update.topic(), update.seq(), out);
    }
  }

  private void readUpTo(Topic topic, long last, Out out) throws IOException {
    long seen = sent.getOrDefault(topic, last);
    while (seen < last) {
      List<Update> next = repository.after(topic, seen, AT_ONCE);
      for (Update update : next) {
        send(update, out);
      }
      if (next.isEmpty()) {
        return;
      }
      seen = next.getLast().seq();
    }
  }

  private void send(Update update, Out out) throws IOException {
    out.send(words.update(update));
    sent.put(update.topic(), update.seq());
  }

  private void recheck(PageConnection page, Out out) throws IOException {
    boolean wasUser = person.user().isPresent();
    person = whoNow.get();
    // Whoever is no user any more may be logged out, or hold a token that was renewed. It comes
    // again as what it is then, and reads on.
    if (person.isNobody() || wasUser && person.user().isEmpty()) {
      page.close(NOT_KNOWN);
      return;
    }
    for (Topic topic : List.copyOf(sent.keySet())) {
      if (!rules.mayRead(person, topic)) {
        drop(topic, page);
        out.send(words.refused(topic.toString(), "not_allowed"));
      }
    }
  }

  private void drop(Topic topic, PageConnection page) {
    sent.remove(topic);
    topics.remove(topic);
    hub.remove(topic, page);
  }
}
