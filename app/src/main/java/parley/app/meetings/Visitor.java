package parley.app.meetings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Refusal;

/**
 * Somebody who asks about a meeting.
 *
 * @param me the person they are in it; null if they never came in
 */
public record Visitor(Meeting meeting, CurrentPerson person, @Nullable MeetingParticipant me) {

  /** Their role; empty for somebody who has none. */
  public Optional<MeetingRole> role() {
    if (me != null) {
      return Optional.of(me.role());
    }
    return isOwner() ? Optional.of(MeetingRole.HOST) : Optional.empty();
  }

  /** Whether they planned this meeting. */
  public boolean isOwner() {
    return person.user().filter(user -> user.userId().equals(meeting.hostUserId())).isPresent();
  }

  /** Whether they may know what goes on in the meeting. */
  public boolean belongs() {
    return me == null ? isOwner() : !me.wasRemoved();
  }

  /** Refuses with 403 {@code removed} or 404 unless they belong here. */
  public void requireBelonging() {
    if (me != null && me.wasRemoved()) {
      throw Refusals.removed();
    }
    if (!belongs()) {
      throw Refusals.notFound(meeting.code().printed());
    }
  }

  /**
   * The person they are in the meeting; refuses like {@link #requireBelonging} and if they never
   * came in.
   */
  public MeetingParticipant requireParticipant() {
    requireBelonging();
    if (me == null) {
      throw new Refusal(403, "not_in_meeting", "Join the meeting first.");
    }
    return me;
  }

  /**
   * Refuses unless they run the meeting: as 404 for strangers, with 403 {@code not_allowed} for
   * others.
   */
  public void requireHost() {
    requireBelonging();
    if (role().filter(MeetingRole::runsMeeting).isEmpty()) {
      throw new Refusal(403, "not_allowed", "Only a host of this meeting may do this.");
    }
  }

  /** Refuses with 410 {@code meeting_ended} if the meeting is over. */
  public void requireOpen() {
    if (!meeting.isOpen()) {
      throw Refusals.ended(meeting);
    }
  }
}
