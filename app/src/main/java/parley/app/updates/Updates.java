package parley.app.updates;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The door of the live stream: rooms tell open pages what happened. */
@Service
public class Updates {
  private final UpdateRepository repository;
  private final UpdateHub hub;
  private final JsonMapper json;
  private final Clock clock;

  Updates(UpdateRepository repository, UpdateHub hub, JsonMapper json, Clock clock) {
    this.repository = repository;
    this.hub = hub;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Waits for this topic's turn and keeps it until the transaction ends. What is written between
   * here and the commit is ordered as the updates are.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(Topic topic) {
    repository.hold(topic);
  }

  /**
   * Writes the next update of the topic in the caller's transaction and pushes it to open pages
   * after the commit. The topic stays locked until then, so this comes last in a transaction.
   *
   * @param kind what happened, such as {@code chat.message}
   * @param data becomes JSON
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(Topic topic, String kind, Object data) {
    var at = clock.instant();
    String text = json.writeValueAsString(data);
    long seq = repository.append(topic, kind, text, at);
    afterCommit(() -> hub.push(new Update(topic, seq, kind, text, at)));
  }

  /**
   * The number of the topic's latest update, from which a page that has just read everything goes
   * on.
   */
  public long latest(Topic topic) {
    return repository.latest(topic);
  }

  /**
   * Asks again, for every page that reads the topic, whether it still may. Within a transaction:
   * after the commit.
   */
  public void recheck(Topic topic) {
    afterCommit(() -> hub.recheck(topic));
  }

  /** Asks again who every page of this user is, and whether it still may read what it reads. */
  public void recheckUser(UUID userId) {
    afterCommit(() -> hub.recheckUser(userId));
  }

  private static void afterCommit(Runnable deed) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      deed.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            deed.run();
          }
        });
  }
}
