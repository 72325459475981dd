package parley.app.meetings;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends meetings that have been empty for long, if the settings say so. Otherwise an empty room ends
 * nothing.
 */
@Component
class EmptyMeetings {
  private final MeetingRepository repository;
  private final Meetings meetings;
  private final MeetingSettings settings;
  private final Clock clock;

  EmptyMeetings(
      MeetingRepository repository, Meetings meetings, MeetingSettings settings, Clock clock) {
    this.repository = repository;
    this.meetings = meetings;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1M")
  void end() {
    Duration limit = settings.endWhenEmptyFor();
    if (limit != null) {
      repository.emptySince(clock.instant().minus(limit)).forEach(meetings::endEmpty);
    }
  }
}
