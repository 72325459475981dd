/**
 * Meetings and the people in them: planning, the code and the signed link, who may come in and
 * takes a seat, who is there now, in which role, and when each of them was really there. Sound and
 * pictures are {@code media}'s; this room decides who may have them.
 *
 * <p>A person of a meeting is a row of {@code meeting_participants}, kept over reloads and devices;
 * each tab or device is a presence, whose id is the identity on the media side. The rows decide,
 * never the process: a seat is one statement with a condition.
 */
@ApplicationModule(
    allowedDependencies = {"shared", "users", "login", "staff", "billing", "media", "updates"})
@NullMarked
package parley.app.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
