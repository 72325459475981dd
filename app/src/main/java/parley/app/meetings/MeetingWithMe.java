package parley.app.meetings;

import org.jspecify.annotations.Nullable;

/**
 * A meeting as a user has it.
 *
 * @param me the person this user is in it; null if they never came in
 */
record MeetingWithMe(Meeting meeting, @Nullable MeetingParticipant me) {}
