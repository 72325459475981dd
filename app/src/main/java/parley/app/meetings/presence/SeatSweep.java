package parley.app.meetings.presence;

import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Frees seats whose people did not come, or did not come back. Any number of nodes may do it at
 * once.
 */
@Component
public class SeatSweep {
  private final Presences presences;

  SeatSweep(Presences presences) {
    this.presences = presences;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void sweep() {
    presences.overdue().forEach(presences::giveUp);
  }

  /**
   * Does it for one meeting now.
   *
   * @return whether anybody was overdue
   */
  public boolean sweep(UUID meetingId) {
    List<Presence> overdue = presences.overdueIn(meetingId);
    overdue.forEach(presences::giveUp);
    return !overdue.isEmpty();
  }
}
