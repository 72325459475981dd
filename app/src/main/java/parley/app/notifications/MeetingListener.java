package parley.app.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import parley.app.meetings.Meeting;
import parley.app.meetings.MeetingAgenda;
import parley.app.meetings.MeetingChanged;
import parley.app.meetings.MeetingOver;
import parley.app.shared.Ids;

/** Tells the people of a meeting when it is moved or cancelled; whoever did it knows. */
@Component
class MeetingListener {
  private static final String STARTS_AT = "startsAt";

  private final MeetingAgenda agenda;
  private final Occasions occasions;
  private final Ids ids;
  private final Clock clock;

  MeetingListener(MeetingAgenda agenda, Occasions occasions, Ids ids, Clock clock) {
    this.agenda = agenda;
    this.occasions = occasions;
    this.ids = ids;
    this.clock = clock;
  }

  @EventListener
  void on(MeetingOver event) {
    if (event.cancelled()) {
      agenda.find(event.meetingId()).ifPresent(meeting -> cancelled(meeting, event.actorUserId()));
    }
  }

  @EventListener
  void on(MeetingChanged event) {
    if (event.after().containsKey(STARTS_AT)) {
      String before = String.valueOf(event.before().get(STARTS_AT));
      agenda
          .find(event.meetingId())
          .filter(meeting -> isToCome(meeting.startsAt()))
          .ifPresent(meeting -> moved(meeting, before, event.actorUserId()));
    }
  }

  private void cancelled(Meeting meeting, @Nullable UUID actor) {
    String key = "meeting_cancelled:" + meeting.id();
    occasions.add(
        new Occasion(
            key, NotificationType.MEETING_CANCELLED, others(meeting, actor), facts(meeting)));
  }

  private void moved(Meeting meeting, String before, @Nullable UUID actor) {
    Map<String, Object> facts = facts(meeting);
    if (!before.equals("null")) {
      facts.put("startedAt", before);
    }
    String key = "meeting_changed:" + meeting.id() + ":" + ids.next();
    occasions.add(
        new Occasion(key, NotificationType.MEETING_CHANGED, others(meeting, actor), facts));
  }

  private boolean isToCome(@Nullable Instant startsAt) {
    return startsAt != null && startsAt.isAfter(clock.instant());
  }

  private Set<UUID> others(Meeting meeting, @Nullable UUID actor) {
    Set<UUID> people = new TreeSet<>(agenda.people(meeting));
    if (actor != null) {
      people.remove(actor);
    }
    return people;
  }

  private static Map<String, Object> facts(Meeting meeting) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("meetingId", meeting.id().toString());
    Instant startsAt = meeting.startsAt();
    if (startsAt != null) {
      facts.put(STARTS_AT, startsAt.toString());
    }
    return facts;
  }
}
