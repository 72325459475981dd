/** The thread that owns media: turns of datagrams, tasks, timers and sending. */
@NullMarked
package parley.sfu.transport.loop;

import org.jspecify.annotations.NullMarked;
