package parley.app.users.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import parley.app.shared.PersonalData;
import parley.app.shared.PersonalRows;
import parley.app.users.privacy.ErasureRepository.Inventory;

/**
 * Erases those whose time to come back is over, room by room. What is done is not undone by a later
 * failure; whatever is left is tried again at the next round.
 */
@Component
class ErasureRound {
  private static final Logger log = LoggerFactory.getLogger(ErasureRound.class);

  private final DeletionRepository users;
  private final ErasureRepository erasures;
  private final ObjectProvider<PersonalData> rooms;
  private final PersonalRows rows;
  private final LastStep lastStep;
  private final Clock clock;

  ErasureRound(
      DeletionRepository users,
      ErasureRepository erasures,
      ObjectProvider<PersonalData> rooms,
      PersonalRows rows,
      LastStep lastStep,
      Clock clock) {
    this.users = users;
    this.erasures = erasures;
    this.rooms = rooms;
    this.rows = rows;
    this.lastStep = lastStep;
    this.clock = clock;
  }

  /** How many people were erased. */
  int run() {
    int erased = 0;
    for (UUID userId : users.toErase(clock.instant().minus(AccountDeletions.GRACE))) {
      erased += erase(userId) ? 1 : 0;
    }
    return erased;
  }

  private boolean erase(UUID userId) {
    Inventory inventory = erasures.find(userId).orElseGet(() -> begin(userId));
    List<PersonalData> left = new ArrayList<>(rooms.stream().toList());
    left.removeIf(UserPersonalData.class::isInstance);
    int before;
    // A room may refer to rows of another one, which then can go only after it has let go.
    do {
      before = left.size();
      left.removeIf(room -> erase(room, userId));
    } while (!left.isEmpty() && left.size() < before);
    if (!left.isEmpty()) {
      log.warn(
          "An erasure is not complete; it goes on at the next round. Left: {}",
          left.stream().map(PersonalData::name).toList());
      return false;
    }
    lastStep.take(userId, inventory);
    return true;
  }

  private Inventory begin(UUID userId) {
    Map<String, Long> counts = new TreeMap<>();
    List<String> stays = new ArrayList<>();
    rooms.stream()
        .forEach(room -> {
          long held = rows.count(room, userId);
          if (held > 0) {
            counts.merge(room.name(), held, Long::sum);
          }
          stays.addAll(room.stays(userId));
        });
    Instant now = clock.instant();
    var inventory = new Inventory(counts, stays);
    erasures.begin(userId, inventory, now);
    return inventory;
  }

  private static boolean erase(PersonalData room, UUID userId) {
    try {
      room.erase(userId);
      return true;
    } catch (RuntimeException notYet) {
      // The message may quote a row.
      log.info("{} could not erase: {}", room.name(), notYet.getClass().getName());
      return false;
    }
  }
}
