/** Load on a real server from a process of its own, and what it costs there. */
@NullMarked
package parley.bench;

import org.jspecify.annotations.NullMarked;
