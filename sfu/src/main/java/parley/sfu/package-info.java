/**
 * Rooms that forward media: the door of the SFU, and the only place where its parts are wired
 * together. A {@link parley.sfu.Room} belongs to one thread, its media loop; everything but {@link
 * parley.sfu.Sfu} and {@link parley.sfu.Room#execute} must be called on it, and every listener is
 * called on it.
 */
@NullMarked
package parley.sfu;

import org.jspecify.annotations.NullMarked;
