package parley.app.meetings.join;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.meetings.Meeting;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.MeetingRole;
import parley.app.meetings.MeetingSettings;
import parley.app.meetings.Meetings;
import parley.app.meetings.ParticipantRepository;
import parley.app.meetings.Refusals;
import parley.app.meetings.presence.Presence;
import parley.app.meetings.presence.PresenceRepository;
import parley.app.meetings.presence.Seats;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;

/**
 * Lets somebody in whom the rules let in: person, presence and seat in one transaction, or none of
 * them.
 */
@Service
class Admissions {
  private final Meetings meetings;
  private final ParticipantRepository people;
  private final PresenceRepository presences;
  private final Seats seats;
  private final MeetingSettings settings;
  private final Ids ids;
  private final Clock clock;

  Admissions(
      Meetings meetings,
      ParticipantRepository people,
      PresenceRepository presences,
      Seats seats,
      MeetingSettings settings,
      Ids ids,
      Clock clock) {
    this.meetings = meetings;
    this.people = people;
    this.presences = presences;
    this.seats = seats;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** Refuses with the code that says why no seat could be taken. */
  @Transactional
  public Admission admit(Joiner joiner) {
    Meeting meeting = joiner.visitor().meeting();
    MeetingParticipant person = person(joiner, meeting);
    if (person.wasRemoved()) {
      throw Refusals.removed();
    }
    boolean host = person.role().runsMeeting();
    Instant due = clock.instant().plus(settings.mediaWithin());
    if (seats.take(meeting.id(), person.id(), host, due) == Seats.Seat.NONE) {
      throw whyNot(meeting, host);
    }
    return new Admission(person, presence(joiner, person));
  }

  private MeetingParticipant person(Joiner joiner, Meeting meeting) {
    Instant now = clock.instant();
    Optional<SignedInUser> user = joiner.user();
    if (user.isPresent()) {
      UUID userId = user.get().userId();
      MeetingRole role =
          userId.equals(meeting.hostUserId()) ? MeetingRole.HOST : MeetingRole.PARTICIPANT;
      return people.ofUser(ids.next(), meeting.id(), userId, joiner.name(), role, now);
    }
    MeetingParticipant me = joiner.me();
    return me == null
        ? people.ofNewGuest(ids.next(), meeting.id(), joiner.name(), now)
        : people.ofReturning(me.id(), joiner.name());
  }

  private UUID presence(Joiner joiner, MeetingParticipant person) {
    Instant now = clock.instant();
    Instant seatUntil = now.plus(settings.seatKept());
    UUID session = joiner.user().map(SignedInUser::sessionId).orElse(null);
    UUID former = joiner.presenceId();
    if (former != null && presences.reuse(former, person.id(), session, seatUntil)) {
      return former;
    }
    Presence fresh = fresh(person, session);
    presences.insert(fresh, now, seatUntil);
    return fresh.id();
  }

  private Presence fresh(MeetingParticipant person, @Nullable UUID session) {
    return new Presence(ids.next(), person.meetingId(), person.id(), session, false, null, null);
  }

  private Refusal whyNot(Meeting asked, boolean host) {
    Meeting meeting = meetings.find(asked.id()).orElse(asked);
    if (!meeting.isOpen()) {
      return Refusals.ended(meeting);
    }
    return meeting.isLocked() && !host ? Refusals.locked() : Refusals.full(meeting);
  }
}
