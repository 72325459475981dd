package parley.app.meetings.join;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.ParticipantRepository;
import parley.app.meetings.PersonRemoved;
import parley.app.updates.Topic;
import parley.app.updates.Updates;

/** Writes down that somebody was removed, and tells it. */
@Service
class Removals {
  private final ParticipantRepository people;
  private final Updates updates;
  private final ApplicationEventPublisher events;

  Removals(ParticipantRepository people, Updates updates, ApplicationEventPublisher events) {
    this.people = people;
    this.updates = updates;
    this.events = events;
  }

  /**
   * From this commit on nothing lets the person in again. Their page is told, the last thing it is
   * told.
   */
  @Transactional
  public void remove(MeetingParticipant person, @Nullable UUID actor) {
    if (!people.remove(person.meetingId(), person.id())) {
      return;
    }
    events.publishEvent(new PersonRemoved(person.meetingId(), person.id(), actor));
    Topic topic = Topic.meeting(person.meetingId());
    updates.publish(topic, "you.removed", Map.of("participantId", person.id()));
    updates.recheck(topic);
  }
}
