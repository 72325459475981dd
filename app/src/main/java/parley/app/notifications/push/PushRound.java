package parley.app.notifications.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import parley.app.shared.UserCredentials;

/**
 * One round of pushes: everything that is due is tried once, side by side. Never inside a
 * transaction. Rounds may go on at the same time; whoever has pushes that are not answered yet gets
 * no more meanwhile, so that a slow service holds up nobody else.
 */
@Component
public class PushRound {
  private static final int AT_ONCE = 16;
  private static final int AT_ONCE_OF_ONE = 4;
  private static final Duration LONGEST_TRY = Duration.ofSeconds(30);
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final DeliveryRepository deliveries;
  private final PushDeviceRepository devices;
  private final PushTry oneTry;
  private final UserCredentials sessions;
  private final Clock clock;

  // Those whose pushes are under way, once for each push.
  private final List<UUID> busy = new ArrayList<>();

  PushRound(
      DeliveryRepository deliveries,
      PushDeviceRepository devices,
      PushTry oneTry,
      UserCredentials sessions,
      Clock clock) {
    this.deliveries = deliveries;
    this.devices = devices;
    this.oneTry = oneTry;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Tries what is due until nothing is. */
  public void run() {
    List<DeliveryRepository.Taken> taken = take();
    while (!taken.isEmpty()) {
      try {
        tryAll(taken);
      } finally {
        done(taken);
      }
      taken = take();
    }
  }

  private List<DeliveryRepository.Taken> take() {
    Instant now = clock.instant();
    synchronized (busy) {
      int free = AT_ONCE - busy.size();
      List<DeliveryRepository.Taken> taken =
          free > 0
              ? deliveries.take(free, AT_ONCE_OF_ONE, Set.copyOf(busy), now, now.plus(LEASE))
              : List.of();
      taken.forEach(one -> busy.add(one.userId()));
      return taken;
    }
  }

  private void done(List<DeliveryRepository.Taken> taken) {
    synchronized (busy) {
      taken.forEach(one -> busy.remove(one.userId()));
    }
  }

  private void tryAll(List<DeliveryRepository.Taken> taken) {
    Set<UUID> over =
        sessions.over(
            taken.stream().map(one -> one.device().sessionId()).collect(Collectors.toSet()));
    List<Callable<Object>> tries =
        taken.stream()
            .filter(one -> !isOver(one.device(), over))
            .<Callable<Object>>map(one -> Executors.callable(() -> oneTry.deliver(one)))
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(tries, LONGEST_TRY.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  // A log-in that ran out tells nobody.
  private boolean isOver(PushDevice device, Set<UUID> over) {
    boolean gone = over.contains(device.sessionId());
    if (gone) {
      devices.forget(device.id());
    }
    return gone;
  }
}
