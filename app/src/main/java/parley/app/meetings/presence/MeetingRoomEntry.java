package parley.app.meetings.presence;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.media.RoomEntry;
import parley.app.meetings.Meeting;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.Meetings;
import parley.app.meetings.ParticipantRepository;
import parley.app.shared.UserCredentials;

/**
 * Who may come into the media room of a meeting: an open presence of somebody who is still welcome,
 * and whose login or API key, if it was made with one, still holds.
 */
@Component
class MeetingRoomEntry implements RoomEntry {
  private final Meetings meetings;
  private final PresenceRepository presences;
  private final ParticipantRepository people;
  private final Presences expected;
  private final UserCredentials users;

  MeetingRoomEntry(
      Meetings meetings,
      PresenceRepository presences,
      ParticipantRepository people,
      Presences expected,
      UserCredentials users) {
    this.meetings = meetings;
    this.presences = presences;
    this.people = people;
    this.expected = expected;
    this.users = users;
  }

  @Override
  public Answer mayEnter(String room, String identity) {
    Optional<Meeting> meeting = MediaNames.id(room).flatMap(meetings::find);
    if (meeting.isEmpty()) {
      return Answer.UNKNOWN_ROOM;
    }
    boolean enters =
        meeting
            .filter(Meeting::isOpen)
            .flatMap(open -> MediaNames.id(identity).flatMap(presences::find))
            .filter(presence -> presence.meetingId().equals(meeting.get().id()))
            .filter(this::isWelcome)
            .isPresent();
    return enters ? Answer.ENTER : Answer.REFUSED;
  }

  private boolean isWelcome(Presence presence) {
    UUID session = presence.sessionId();
    if (session != null && !users.over(Set.of(session)).isEmpty()) {
      return false;
    }
    MeetingParticipant person = people.find(presence.participantId()).orElse(null);
    return person != null
        && !person.wasRemoved()
        && expected.expect(presence.id(), person.role().runsMeeting());
  }
}
