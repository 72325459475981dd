package parley.app.meetings.join;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import parley.app.media.MediaEngine;
import parley.app.media.MediaSource;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.ParticipantRepository;
import parley.app.meetings.Visitor;
import parley.app.meetings.presence.Departure;
import parley.app.meetings.presence.Departures;
import parley.app.meetings.presence.Roster;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;

/** What a host does about people. */
@Service
class HostActions {
  private final ParticipantRepository people;
  private final Removals removals;
  private final Departures departures;
  private final Roster roster;
  private final MediaEngine media;

  HostActions(
      ParticipantRepository people,
      Removals removals,
      Departures departures,
      Roster roster,
      MediaEngine media) {
    this.people = people;
    this.removals = removals;
    this.departures = departures;
    this.roster = roster;
    this.media = media;
  }

  /** Sends somebody away for good: old tokens, cookies and sockets are dead. */
  void remove(Visitor host, UUID participantId) {
    MeetingParticipant person = person(host, participantId);
    if (person.role().runsMeeting()) {
      throw new Refusal(403, "not_allowed", "A host cannot be removed.");
    }
    Optional<UUID> actor = host.person().user().map(SignedInUser::userId);
    removals.remove(person, actor.orElse(null));
    departures.closeAll(participantId, Departure.REMOVED);
  }

  /** Mutes the microphones of somebody; they can unmute themselves. */
  void mute(Visitor host, UUID participantId) {
    MeetingParticipant person = person(host, participantId);
    roster
        .entry(person.id())
        .ifPresent(entry ->
            entry
                .presences()
                .forEach(presence ->
                    media.mute(
                        person.meetingId().toString(),
                        presence.toString(),
                        MediaSource.MICROPHONE)));
  }

  private MeetingParticipant person(Visitor host, UUID participantId) {
    host.requireHost();
    return people
        .find(participantId)
        .filter(found -> found.meetingId().equals(host.meeting().id()))
        .orElseThrow(Refusal::notFound);
  }
}
