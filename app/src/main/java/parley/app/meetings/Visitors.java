package parley.app.meetings;

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
    UUID userId = userOf(person);
    MeetingWithMe found =
        MeetingCode.parse(code).flatMap(parsed -> meetings.find(parsed, userId)).orElse(null);
    if (found == null) {
      guesses.wrong(person, address);
      throw Refusals.notFound(shown(code));
    }
    return visit(found, person);
  }

  /** Who somebody is in the meeting of this id; empty where there is none. */
  Optional<Visitor> visit(UUID meetingId, CurrentPerson person) {
    return meetings.find(meetingId, userOf(person)).map(found -> visit(found, person));
  }

  /** Who somebody is in a meeting that is known. */
  Visitor visit(MeetingWithMe known, CurrentPerson person) {
    MeetingParticipant me = known.me();
    return new Visitor(
        known.meeting(), person, me == null ? byPass(known.meeting().id(), person) : me);
  }

  // By user first, so that a token left in a browser does not hide the account.
  private @Nullable MeetingParticipant byPass(UUID meetingId, CurrentPerson person) {
    return person
        .passFor(meetingId)
        .map(ParticipantPass::participantId)
        .flatMap(people::find)
        .orElse(null);
  }

  private static @Nullable UUID userOf(CurrentPerson person) {
    return person.user().map(SignedInUser::userId).orElse(null);
  }

  private static String shown(String code) {
    String plain = MeetingCode.parse(code).map(MeetingCode::printed).orElse(code);
    return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
  }
}
