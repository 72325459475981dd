/**
 * Who is there: seats, presences and the intervals in which they were really there, as the media
 * side tells it. Everything about one person is decided under the lock of that person's row, in the
 * order person, meeting, updates.
 */
@NullMarked
package parley.app.meetings.presence;

import org.jspecify.annotations.NullMarked;
