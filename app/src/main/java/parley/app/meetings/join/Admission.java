package parley.app.meetings.join;

import java.util.UUID;
import parley.app.meetings.MeetingParticipant;

/** Somebody was let in and has a seat; their media may come. */
record Admission(MeetingParticipant participant, UUID presenceId) {}
