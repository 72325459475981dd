/**
 * The rooms as the signal protocol shows them: participants, their tracks, who gets what. A {@link
 * parley.mediaserver.room.LiveRoom} and everything in it belongs to the thread of its media room.
 */
@NullMarked
package parley.mediaserver.room;

import org.jspecify.annotations.NullMarked;
