package parley.app.meetings.join;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.ParticipantRepository;
import parley.app.updates.Topic;
import parley.app.updates.Updates;

/** Raised hands: facts of the database, so they survive a reload, and in order of raising. */
@Service
class Hands {
  private final ParticipantRepository people;
  private final Updates updates;
  private final Clock clock;

  Hands(ParticipantRepository people, Updates updates, Clock clock) {
    this.people = people;
    this.updates = updates;
    this.clock = clock;
  }

  record HandChanged(UUID participantId, @Nullable Instant handRaisedAt) {}

  /** Raises or lowers the hand; one that is up keeps its time. */
  @Transactional
  public void set(MeetingParticipant person, boolean raised) {
    Instant at = raised ? clock.instant() : null;
    if (people.hand(person.id(), at)) {
      updates.publish(
          Topic.meeting(person.meetingId()), "hand.changed", new HandChanged(person.id(), at));
    }
  }
}
