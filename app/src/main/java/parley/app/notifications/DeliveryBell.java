package parley.app.notifications;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import parley.app.notifications.push.PushRound;

/**
 * Starts the delivery on this node at once when there is something to deliver, beside the request
 * that caused it. Nothing depends on it: the job finds whatever a dying process left behind.
 */
@Component
class DeliveryBell implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(DeliveryBell.class);

  private final ObjectProvider<Delivery> delivery;
  private final ObjectProvider<PushRound> pushing;
  private final boolean wanted;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("notifications").factory());
  // A round may wait long for a slow service; the next one goes past it.
  private final ExecutorService pushers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("pushes").factory());
  private final AtomicBoolean rung = new AtomicBoolean();

  /**
   * @param wanted {@code parley.jobs}; false where a test runs the delivery itself
   */
  DeliveryBell(
      ObjectProvider<Delivery> delivery,
      ObjectProvider<PushRound> pushing,
      @Value("${parley.jobs:true}") boolean wanted) {
    this.delivery = delivery;
    this.pushing = pushing;
    this.wanted = wanted;
  }

  void ringAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            ring();
          }
        });
  }

  /** Many rings before the worker comes to it are one. */
  void ring() {
    if (wanted && rung.compareAndSet(false, true)) {
      worker.execute(this::deliver);
    }
  }

  private void deliver() {
    rung.set(false);
    try {
      delivery.getObject().run();
    } catch (RuntimeException e) {
      log.warn("Notifications wait for the next round", e);
    }
    pushers.execute(this::push);
  }

  private void push() {
    try {
      pushing.getObject().run();
    } catch (RuntimeException e) {
      log.warn("Pushes wait for the next round", e);
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
    pushers.shutdownNow();
  }
}
