package parley.app.meetings.join;

import org.springframework.stereotype.Service;
import parley.app.media.MediaEngine;
import parley.app.meetings.Meeting;
import parley.app.meetings.Meetings;
import parley.app.meetings.presence.SeatSweep;
import parley.app.shared.Refusal;

/** From the wish to come in to a token for the media: the rules, the seat, the room. */
@Service
class Joins {
  private static final String FULL = "meeting_full";

  private final JoinRules rules;
  private final Admissions admissions;
  private final SeatSweep sweep;
  private final Meetings meetings;
  private final MediaEngine media;

  Joins(
      JoinRules rules,
      Admissions admissions,
      SeatSweep sweep,
      Meetings meetings,
      MediaEngine media) {
    this.rules = rules;
    this.admissions = admissions;
    this.sweep = sweep;
    this.meetings = meetings;
    this.media = media;
  }

  /** Lets somebody in, or refuses with the reason. */
  Admission join(Joiner joiner) {
    rules.check(joiner);
    Admission admission = seat(joiner);
    Meeting meeting = joiner.visitor().meeting();
    media.ensureRoom(meeting.id().toString());
    if (!media.node().equals(meeting.conferenceServerId())) {
      meetings.placeOn(meeting.id(), media.node());
    }
    return admission;
  }

  // Seats of people who did not come are given up every second; a full meeting looks at once.
  private Admission seat(Joiner joiner) {
    try {
      return admissions.admit(joiner);
    } catch (Refusal refusal) {
      boolean full = refusal.code().equals(FULL);
      if (!full || !sweep.sweep(joiner.visitor().meeting().id())) {
        throw refusal;
      }
      return admissions.admit(joiner);
    }
  }
}
