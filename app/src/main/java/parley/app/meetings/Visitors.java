package parley.app.meetings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;
import parley.app.shared.ParticipantPass;
import parley.app.shared.SignedInUser;

/**
 * Finds the meeting of a code, and who the asker is in it. Every address with a code goes through
 * here.
 */
@Service
public class Visitors {
  private static final int LONGEST_SHOWN = 40;

  private final MeetingRepository meetings;
  private final ParticipantRepository people;
  private final CodeGuesses guesses;

  Visitors(MeetingRepository meetings, ParticipantRepository people, CodeGuesses guesses) {
    this.meetings = meetings;
    this.people = people;
    this.guesses = guesses;
  }

  /**
   * Refuses with 404 {@code meeting_not_found} for a code that no meeting has, and with 429 when
   * there were too many of these.
   */
  public Visitor visit(String code, CurrentPerson person, ClientAddress address) {
    Meeting meeting = MeetingCode.parse(code).flatMap(meetings::find).orElse(null);
    if (meeting == null) {
      guesses.wrong(person, address);
      throw Refusals.notFound(shown(code));
    }
    return visit(meeting, person);
  }

  /** Who a user is in each of these meetings. */
  List<Visitor> visit(List<Meeting> known, SignedInUser user, CurrentPerson person) {
    List<UUID> ids = known.stream().map(Meeting::id).toList();
    Map<UUID, MeetingParticipant> byMeeting = people.find(ids, user.userId());
    return known.stream()
        .map(meeting ->
            byMeeting.containsKey(meeting.id())
                ? new Visitor(meeting, person, byMeeting.get(meeting.id()))
                : visit(meeting, person))
        .toList();
  }

  /** Who somebody is in a meeting that is known. */
  Visitor visit(Meeting meeting, CurrentPerson person) {
    return new Visitor(meeting, person, me(meeting.id(), person));
  }

  /**
   * The person somebody is in a meeting; by user first, so that a token left in a browser does not
   * hide the account.
   */
  private @Nullable MeetingParticipant me(UUID meetingId, CurrentPerson person) {
    Optional<MeetingParticipant> byUser =
        person.user().map(SignedInUser::userId).flatMap(user -> people.find(meetingId, user));
    return byUser
        .or(() ->
            person.passFor(meetingId).map(ParticipantPass::participantId).flatMap(people::find))
        .orElse(null);
  }

  private static String shown(String code) {
    String plain = MeetingCode.parse(code).map(MeetingCode::printed).orElse(code);
    return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
  }
}
