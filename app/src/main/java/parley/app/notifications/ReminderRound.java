package parley.app.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import parley.app.meetings.Meeting;
import parley.app.meetings.MeetingAgenda;

/**
 * Reminds of meetings that are about to start, but not those who are there already. A meeting that
 * is moved is reminded of again for its new time; one that Parley slept through is not.
 */
@Component
class ReminderRound {
  private final MeetingAgenda agenda;
  private final Occasions occasions;
  private final NotificationSettings settings;
  private final Clock clock;

  ReminderRound(
      MeetingAgenda agenda, Occasions occasions, NotificationSettings settings, Clock clock) {
    this.agenda = agenda;
    this.occasions = occasions;
    this.settings = settings;
    this.clock = clock;
  }

  void run() {
    Instant now = clock.instant();
    agenda.starting(now, now.plus(settings.reminderBefore())).forEach(this::remind);
  }

  private void remind(Meeting meeting) {
    Instant startsAt = Objects.requireNonNull(meeting.startsAt());
    String key = "meeting_reminder:" + meeting.id() + ":" + startsAt.getEpochSecond();
    occasions.add(
        new Occasion(
            key,
            NotificationType.MEETING_REMINDER,
            agenda.absent(meeting),
            Map.of("meetingId", meeting.id().toString(), "startsAt", startsAt.toString())));
  }
}
